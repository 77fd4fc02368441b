import Disclosure
import Testing

struct DisclosureModeTests {
  @Test func `modes hide what the guidance says that they hide`() {
    #expect(DisclosureMode.public.minimum == 10)
    #expect(DisclosureMode.internal.minimum == 5)
    #expect(DisclosureMode.pilot.minimum == 0)
    for mode in DisclosureMode.allCases {
      #expect(mode.rule.minimum == mode.minimum)
      #expect(mode.sentence.contains("mode \(mode.rawValue)"))
    }
  }

  @Test func `the stricter of two modes is the one that hides more, in either order`() {
    for (one, other, stricter) in [
      (DisclosureMode.public, DisclosureMode.internal, DisclosureMode.public), (.internal, .pilot, .internal),
      (.public, .pilot, .public), (.internal, .internal, .internal),
    ] {
      #expect(one.stricter(other) == stricter)
      #expect(other.stricter(one) == stricter)
    }
  }

  @Test func `modes and presets are read by name`() throws {
    for mode in DisclosureMode.allCases { #expect(try DisclosureMode(named: mode.rawValue) == mode) }
    for preset in DisclosurePreset.all {
      guard let mode = preset.mode else { continue }
      #expect(try DisclosureMode(named: preset.name) == mode)
    }
  }

  @Test func `what is no mode is refused with what was expected`() {
    func refusal(_ name: String) -> String? {
      do throws(DisclosureModeRefusal) {
        _ = try DisclosureMode(named: name)
        return nil
      } catch { return error.description }
    }
    #expect(refusal("secret")?.contains("expected public (or ons10)") == true)
    #expect(refusal("Public")?.contains("expected public") == true)
    #expect(refusal("nhs8r5")?.contains("rounds every count to the nearest 5") == true)
  }
}
