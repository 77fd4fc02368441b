import Testing

/// The eleven items of the 160 people of the survey, one row per person; NaN where nothing was answered.
func surveyItems(complete: Bool = true) throws -> [[Double]] {
  let table = try cells("statistics/data/survey160_items_\(complete ? "complete" : "numeric").csv")
  let header = try #require(table.first)
  let items = header.indices.filter { header[$0].hasPrefix("b") }
  return table.dropFirst().map { row in items.map { Double(row[$0]) ?? .nan } }
}

/// The same as codes, one column per item; 0 where nothing was answered.
func surveyCodes(complete: Bool = true) throws -> [[UInt8]] {
  let rows = try surveyItems(complete: complete)
  return rows[0].indices.map { item in rows.map { $0[item].isNaN ? 0 : UInt8($0[item]) } }
}
