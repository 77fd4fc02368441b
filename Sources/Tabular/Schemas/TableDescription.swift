/// A table's columns without its rows: what a descriptor, a codebook or a script that reads the table is made from.
public struct TableDescription: Sendable, Hashable {
  /// A column as it was declared.
  public struct Column: Sendable, Hashable {
    /// Its name.
    public let name: String
    /// What its values are.
    public let type: ColumnType
    /// The unit; empty where there is none.
    public let unit: String
    /// What it means, in one sentence.
    public let meaning: String
    /// The only words that it holds; empty where any text may stand.
    public var categories: [ColumnCategory]
  }

  /// The file name without ending.
  public let name: String
  /// What one row is.
  public let meaning: String
  /// The columns in order.
  public var columns: [Column]
}

extension Schema {
  /// The table's columns without its rows.
  public var description: TableDescription {
    TableDescription(
      name: name, meaning: meaning,
      columns: columns.map {
        TableDescription.Column(
          name: $0.name, type: $0.type, unit: $0.unit, meaning: $0.meaning, categories: $0.categories)
      })
  }
}
