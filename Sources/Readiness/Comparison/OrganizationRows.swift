import Survey

/// The respondents of each organisation, gathered once so that every later step walks one organisation at a time.
///
/// Organisations stand in the order of their names' text, the same in every language and on every machine.
struct OrganizationRows: Sendable {
  /// Names of the organisations that have respondents.
  let names: [String]
  /// Rows by organisation; the last entry holds respondents without an organisation.
  private let rows: [Int32]
  private let starts: [Int]

  /// Gathers the rows of a grouping column.
  init(_ column: GroupingColumn) {
    var sizes = [Int](repeating: 0, count: column.labels.count + 1)
    for code in column.codes { sizes[code < 0 ? column.labels.count : Int(code)] += 1 }
    let present = column.labels.indices.filter { sizes[$0] > 0 }.sorted { column.labels[$0] < column.labels[$1] }
    let order = present + [column.labels.count]
    var place = [Int](repeating: 0, count: column.labels.count + 1)
    var starts = [0]
    for (index, code) in order.enumerated() {
      place[code] = starts[index]
      starts.append(starts[index] + sizes[code])
    }
    var rows = [Int32](repeating: 0, count: column.codes.count)
    for (row, code) in column.codes.enumerated() {
      let bucket = code < 0 ? column.labels.count : Int(code)
      rows[place[bucket]] = Int32(row)
      place[bucket] += 1
    }
    names = present.map { column.labels[$0] }
    self.rows = rows
    self.starts = starts
  }

  /// The rows of one organisation, in the order of the files.
  subscript(organization: Int) -> ArraySlice<Int32> { rows[starts[organization]..<starts[organization + 1]] }

  /// The rows of respondents without an organisation.
  var unnamed: ArraySlice<Int32> { self[names.count] }
}
