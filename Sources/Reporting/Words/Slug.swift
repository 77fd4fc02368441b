import Foundation

/// File names made from organisations' names: lower-case ASCII letters, digits and dashes.
public enum Slug {
  /// One slug per name, in the same order; a clash gets `-2`, `-3` ….
  ///
  /// Names are taken in the order given, so the caller fixes which of two namesakes keeps the plain slug.
  public static func slugs(for names: [String]) -> [String] {
    var taken: Set<String> = []
    return names.map { name in
      let plain = slug(for: name)
      var candidate = plain
      var number = 2
      while taken.contains(candidate) {
        candidate = "\(plain)-\(number)"
        number += 1
      }
      taken.insert(candidate)
      return candidate
    }
  }

  /// The slug of one name: accents fall away, apostrophes too, anything else that is neither a letter nor a digit becomes
  /// a dash; `organisation` when nothing is left. At most 60 characters.
  public static func slug(for name: String) -> String {
    let folded = name.lowercased().map { folds[$0] ?? String($0) }.joined()
    var slug = ""
    for scalar in folded.decomposedStringWithCanonicalMapping.lowercased().unicodeScalars {
      if ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) {
        slug.unicodeScalars.append(scalar)
      } else if scalar.properties.generalCategory != .nonspacingMark, !slug.isEmpty, slug.last != "-" {
        slug.append("-")
      }
    }
    slug = String(slug.prefix(60))
    while slug.last == "-" { slug.removeLast() }
    return slug.isEmpty ? "organisation" : slug
  }

  /// Letters that do not fall apart into an ASCII letter and a mark, and signs that leave nothing behind.
  private static let folds: [Character: String] = [
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ħ": "h", "ı": "i",
    "'": "", "’": "", "ʼ": "",
  ]
}
