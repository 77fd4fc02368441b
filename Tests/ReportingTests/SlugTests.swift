import Reporting
import Testing

struct SlugTests {
  @Test(arguments: [
    ("Riverside Council", "riverside-council"), ("Ynys Môn", "ynys-mon"), ("  St. Mary’s & Co. ", "st-marys-co"),
    ("Œuvre Straße Łódź Ærø", "oeuvre-strasse-lodz-aero"), ("CYNGOR GWYNEDD – Gofal", "cyngor-gwynedd-gofal"),
    ("!!!", "organisation"), ("", "organisation"), ("東京", "organisation"), ("İzmir", "izmir"), ("../../etc", "etc"),
    ("Ward 12", "ward-12"),
  ])
  func `a name becomes lower-case ASCII`(name: String, slug: String) {
    #expect(Slug.slug(for: name) == slug)
  }

  @Test func `a clash gets a number, and never meets another name`() {
    #expect(
      Slug.slugs(for: ["Ynys Mon", "Ynys Môn", "ynys-mon 2", "Ynys mon", "??", "!!"])
        == ["ynys-mon", "ynys-mon-2", "ynys-mon-2-2", "ynys-mon-3", "organisation", "organisation-2"])
  }

  @Test func `a long name is cut without a dash at its end`() {
    let slug = Slug.slug(for: String(repeating: "very long name ", count: 20))
    #expect(slug.count <= 60)
    #expect(slug.last != "-")
  }
}
