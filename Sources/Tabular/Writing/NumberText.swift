/// The spelling of numbers in files: the shortest form that reads back the same, independent of locale.
public enum NumberText {
  /// `1.0` is written `1`, `-0` is written `0`; infinities and NaN have no spelling and give an empty text.
  public static func shortest(_ number: Double) -> String {
    guard number.isFinite else { return "" }
    if number == 0 { return "0" }
    let text = number.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// A fixed number of decimals, halves of the scaled number away from zero; nothing but a minus sign, digits and a point.
  ///
  /// - Precondition: `decimals` lies in 0…9. Numbers of 10⁹ and more are written in their shortest form.
  public static func fixed(_ number: Double, decimals: Int) -> String {
    precondition((0...9).contains(decimals), "decimals must lie in 0…9")
    guard number.isFinite, number.magnitude < 1e9 else { return shortest(number) }
    var scale = 1
    for _ in 0..<decimals { scale *= 10 }
    let scaled = (number.magnitude * Double(scale)).rounded(.toNearestOrAwayFromZero)
    let units = Int(scaled)
    let sign = number < 0 && units > 0 ? "-" : ""
    guard decimals > 0 else { return sign + String(units) }
    let fraction = String(units % scale)
    return sign + String(units / scale) + "." + String(repeating: "0", count: decimals - fraction.count) + fraction
  }
}
