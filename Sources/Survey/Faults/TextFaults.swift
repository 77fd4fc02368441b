public import Tabular

extension Fault {
  /// A fault of the text itself as a fault of a file.
  ///
  /// - Parameters:
  ///   - fault: what the reader of delimited text found.
  ///   - file: the name that the place begins with.
  ///   - headings: the headings of the file, so that the place is named by its heading; a blank heading or one beyond the
  ///     last is named by its number.
  public init(_ fault: TextFault, file: String, headings: [String] = []) {
    let column = fault.column.map { number in
      headings.indices.contains(number - 1) && !headings[number - 1].isEmpty ? headings[number - 1] : String(number)
    }
    self.init(Kind(rawValue: fault.kind.rawValue), file: file, row: fault.row, column: column, message: fault.message)
  }
}

extension FaultList {
  /// The faults of a text as faults of a file.
  public init(_ faults: TextFaults, file: String, headings: [String] = []) {
    self.init(faults.faults.map { Fault($0, file: file, headings: headings) })
  }
}
