import Testing

@testable import Reporting

struct PageStyleTests {
  @Test func `a running stamp can end neither its quotes nor the style sheet`() {
    let stamp = #"PILOT: "x" </style>\ é"# + "\n\u{202E}"
    #expect(PageStyle.quoted(stamp) == #""PILOT\3a  \22 x\22  \3c \2f style\3e \5c  \e9   ""#)
  }

  @Test func `the stamp stands above every sheet, the title and the number below`() {
    let style = PageStyle(runningStamp: "PILOT", runningTitle: "Profile").text
    #expect(style.contains(#"@top-center{content:"PILOT";"#))
    #expect(style.contains(#"@bottom-left{content:"Profile";"#))
    #expect(style.contains(#"counter(page) " / " counter(pages)"#))
  }

  @Test func `nothing is asked for from outside`() {
    let style = PageStyle(runningStamp: "", runningTitle: "").text
    for word in ["url(", "@import", "@font-face", "http"] { #expect(!style.contains(word), "\(word)") }
  }
}
