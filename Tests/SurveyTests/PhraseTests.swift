import Testing

@testable import Survey

struct PhraseTests {
  private let marked = Wording(
    language: "xx",
    texts: ["{1} of {2} answered in {3}.": "Yn {3}: {1} / {2}.", "{1} and {2}": "{1} a {2}", "leaders": "arweinwyr"])

  @Test func `a literal is a pattern with its places numbered`() {
    let phrase: Phrase = "\(12) of \(1_234) answered in \(verbatim: "Llŷn {2}")."
    #expect(phrase == .pattern("{1} of {2} answered in {3}.", [.count(12), .count(1_234), .verbatim("Llŷn {2}")]))
    #expect(phrase.patterns == ["{1} of {2} answered in {3}."])
  }

  @Test func `English is the pattern filled, and a brace in a name fills nothing`() {
    let phrase: Phrase = "\(12) of \(1_234) answered in \(verbatim: "Llŷn {2}")."
    #expect(Wording.english.text(phrase) == "12 of 1,234 answered in Llŷn {2}.")
  }

  @Test func `another language sets the places in its own order`() {
    #expect(marked.text("\(1) of \(2) answered in \(verbatim: "Bala").") == "Yn Bala: 1 / 2.")
  }

  @Test func `what a language lacks is named, label or pattern, and English lacks nothing`() {
    let label = LocalizedText(["en": "Time", "cy": "Amser"])
    let phrase: Phrase = "\(.label(label)): \(.list(["leaders", "citizens"]))"
    #expect(marked.missing(in: phrase) == ["{1}: {2}", "citizens", "Time"])
    #expect(Wording.english.missing(in: phrase).isEmpty)
    #expect(marked.missing(in: .list(["leaders"])).isEmpty)
    #expect(Wording(language: "xx", texts: ["a": "b"]).missing(in: .list(["a", "a"])) == ["{1} and {2}"])
  }

  @Test(arguments: [
    (Phrase.ordinal(1), "1st"), (.ordinal(12), "12th"), (.ordinal(1_022), "1,022nd"), (.ordinal(113), "113th"),
    (.count(-1_234_567), "-1,234,567"), (.decimal(52.25, decimals: 1), "52.3"),
    (.decimal(-1_027.5, decimals: 1), "-1,027.5"),
    (.decimal(999.96, decimals: 1), "1,000.0"), (.decimal(-0.04, decimals: 1), "0.0"),
    (.list(["a", "b", "c"]), "a, b and c"), (.list(["a"]), "a"), (.list([]), ""),
    (.sentence("staff agree"), "Staff agree"),
    (.spaced(["One.", .empty, "Two."]), "One. Two."), (.empty + "x" + .empty, "x"), ("", ""),
  ])
  func `numbers, lists and sentences`(phrase: Phrase, text: String) {
    #expect(Wording.english.text(phrase) == text)
  }

  @Test func `a text with forms of a number is one pattern, and its places are those of the second form`() {
    func told(_ number: Int, of all: Int) -> Phrase {
      .plural(number, one: "\(all) asked, 1 answered", other: "\(all) asked, \(number) answered")
    }
    #expect(told(2, of: 9).patterns == ["one: {1} asked, 1 answered | other: {1} asked, {2} answered"])
    #expect(Wording.english.text(told(1, of: 9)) == "9 asked, 1 answered")
    #expect(Wording.english.text(told(0, of: 1_000)) == "1,000 asked, 0 answered")
    #expect(marked.missing(in: told(1, of: 2)) == told(1, of: 2).patterns)
  }

  @Test func `a list of three has a pattern between the first two`() {
    let wording = Wording(language: "xx", texts: ["{1}, {2}": "{1}; {2}", "{1} and {2}": "{1} a {2}"])
    let names = [Phrase.verbatim("x"), .verbatim("y"), .verbatim("z")]
    #expect(wording.text(.list(names)) == "x; y a z")
    #expect(Phrase.list(names).patterns == ["{1}, {2}", "{1} and {2}"])
  }
}
