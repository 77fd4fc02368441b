import Tabular
import Testing

struct TableDescriptionTests {
  @Test func `a description has the columns as they were declared`() {
    let schema = Schema<Int>(
      name: "things", meaning: "one thing",
      columns: [
        Column("name", .string, meaning: "Its name.", categories: [ColumnCategory("a", "first")]) { _ in .text("a") },
        Column("value", .number, unit: "points", meaning: "Its value.") { .integer($0) },
      ])
    let table = schema.description
    #expect(table.name == "things" && table.meaning == "one thing")
    #expect(table.columns.map(\.name) == ["name", "value"] && table.columns.map(\.type) == [.string, .number])
    #expect(table.columns.map(\.unit) == ["", "points"] && table.columns[1].meaning == "Its value.")
    #expect(table.columns.map(\.categories) == [[ColumnCategory("a", "first")], []])
  }
}
