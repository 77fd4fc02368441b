/// The style sheet of a page. It asks for nothing from outside: fonts are those of the reader's own system.
struct PageStyle {
  /// What is printed above every sheet of paper: the page's stamps, if it has any.
  let runningStamp: String
  /// What is printed below every sheet of paper, before the number of the sheet.
  let runningTitle: String

  /// The style sheet.
  var text: String {
    """
    \(Self.screen)
    @page{size:A4;margin:20mm 16mm 18mm;\
    @top-center{content:\(Self.quoted(runningStamp));font:700 8pt/1.3 \(Self.fonts);color:\(PagePalette.light.ink)}\
    @bottom-left{content:\(Self.quoted(runningTitle));font:8pt/1.3 \(Self.fonts);color:\(PagePalette.light.quiet)}\
    @bottom-right{content:counter(page) " / " counter(pages);font:8pt/1.3 \(Self.fonts);color:\(PagePalette.light.quiet)}}
    """
  }

  /// A text in quotes, with everything but letters, digits and blanks escaped, so that it can end neither the quotes nor the style sheet.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", " ": quoted.unicodeScalars.append(scalar)
      case _ where scalar.isForbidden || scalar.turnsDirection: quoted += " "
      default: quoted += "\\\(String(scalar.value, radix: 16)) "
      }
    }
    return quoted + "\""
  }

  private static let fonts =
    #"system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif"#

  /// What is the same for every page.
  private static let screen = """
    :root{\(PagePalette.light.properties)}
    @media screen and (prefers-color-scheme:dark){:root{\(PagePalette.dark.properties)}}
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
    body{margin:0 auto;padding:1.5rem 1rem 3rem;max-width:60rem;background:var(--ground);color:var(--ink);\
    font:1.0625rem/1.6 \(fonts);overflow-wrap:break-word}
    a{color:var(--accent)}
    a:focus-visible,.scroll:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
    .skip{position:absolute;left:-100vw;top:0;padding:.75rem 1rem;background:var(--ground);z-index:2}
    .skip:focus{left:0}
    p,li{max-width:68ch}
    p{margin:0 0 1rem}
    ul,ol{margin:0 0 1rem;padding-left:1.4rem}
    li{margin-bottom:.4rem}
    .pages{columns:15rem;column-gap:2rem}
    .pages li{break-inside:avoid}
    h1,h2{line-height:1.2;color:var(--accent)}
    h1{margin:0;font-size:1.1875rem;font-weight:600}
    h2{margin:0 0 1rem;font-size:1.5rem}
    header{padding-bottom:1.5rem}
    header p{margin:.25rem 0 0;color:var(--quiet)}
    header .subject{font-size:clamp(1.75rem,1.2rem + 2.4vw,2.5rem);font-weight:700;line-height:1.15;color:var(--ink);max-width:none}
    header .stamp,.stamp{margin:1.25rem 0 0;padding:.75rem 1rem;max-width:none;border:2px solid var(--ink);background:var(--panel);font-weight:700;color:var(--ink)}
    section{margin-top:3rem}
    .headline{margin:0 0 1.25rem;padding:.25rem 0 .25rem 1.125rem;border-left:5px solid var(--accent);font-size:1.375rem;\
    font-weight:600;line-height:1.35;max-width:42ch}
    .table{margin:1.5rem 0}
    .scroll{overflow-x:auto}
    table{border-collapse:collapse;font-size:.9375rem;line-height:1.4;font-variant-numeric:tabular-nums}
    caption,.caption{padding:0 0 .5rem;text-align:left;font-weight:700;font-size:1.0625rem}
    caption span{display:block;position:sticky;left:0;width:max-content;margin-right:-68ch;max-width:min(68ch,calc(100vw - 2rem))}
    th,td{padding:.45rem 1.25rem .45rem 0;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
    th:last-child,td:last-child{padding-right:.25rem}
    thead th{vertical-align:bottom;border-bottom:2px solid var(--accent);color:var(--quiet);font-weight:600}
    tbody th{font-weight:400}
    tbody th.part{padding-left:1.25rem}
    .n{text-align:right}
    td.n{white-space:nowrap}
    abbr{text-decoration:none}
    main .chart{margin:1rem 0 1.5rem}
    .notes{color:var(--quiet);font-size:.9375rem;line-height:1.45}
    .notes p{margin:.5rem 0 0}
    footer{margin-top:3rem;padding-top:1rem;border-top:1px solid var(--line);color:var(--quiet);font-size:.9375rem}
    nav{margin-bottom:1rem;padding:1rem 1.25rem;background:var(--panel)}
    nav h2{margin:0 0 .5rem;font-size:1.0625rem}
    nav ol{margin:0;padding:0;list-style:none;columns:20rem;column-gap:2rem}
    nav li{break-inside:avoid;margin-bottom:.25rem}
    @media (max-width:40rem){table{font-size:.875rem}th,td{padding-right:.9rem}tbody th.part{padding-left:.6rem}.scroll tbody th:not(.short){min-width:8.5rem}\
    tbody th{position:sticky;left:0;max-width:45vw;background:var(--ground)}}
    @media print,(min-width:40rem){.short{white-space:nowrap}}
    .listed nav{display:none}
    @media (min-width:84rem){.listed nav{display:block}body.contents{display:grid;grid-template-columns:17rem minmax(0,60rem);column-gap:3.5rem;max-width:82rem}\
    body.contents>*{grid-column:2}\
    body.contents nav{grid-column:1;grid-row:1/span 3;position:sticky;top:1.5rem;align-self:start;max-height:calc(100vh - 3rem);\
    overflow-y:auto;padding:0;background:none}nav ol{columns:auto}}
    @media print{body{display:block;max-width:none;padding:0;font-size:10pt;line-height:1.45;background:none}nav,.skip{display:none}\
    h1{font-size:11pt}header .subject{font-size:20pt}h2{font-size:14pt;margin-bottom:3mm;break-after:avoid}section{margin-top:8mm}\
    .headline{font-size:13pt;break-inside:avoid}.stamp{break-inside:avoid}p,li{max-width:none;orphans:3;widows:3}\
    .scroll{overflow:visible}table{font-size:8.5pt}caption,.caption{font-size:10pt}caption,thead{break-after:avoid}\
    caption span{position:static;max-width:150mm}thead{display:table-header-group}.whole{break-inside:avoid}tr{break-inside:avoid}\
    th,td{padding:1mm 3.5mm 1mm 0}.notes,footer{font-size:8.5pt}.notes{break-before:avoid}main .chart{max-width:96mm;margin:0}\
    .drawn{display:grid;grid-template-columns:minmax(0,2fr) minmax(0,3fr);column-gap:4mm;align-items:start;margin:2mm 0 4mm}.drawn .table{margin:0}.below{display:block}\
    .drawn table{font-size:7.5pt}.drawn th,.drawn td{padding-right:1.5mm}tbody th.part{padding-left:3mm}.drawn .notes{font-size:7.5pt}a{color:inherit;text-decoration:none}}
    """
}
