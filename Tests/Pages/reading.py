"""How old a reader must be: the Flesch–Kincaid grade of a page's sentences, plus five (Kincaid et al. 1975), by textstat.

What is counted: sentences and points of running text, not tables, charts and notes under them; names in quotation marks are the survey's,
not the page's, and count as one short word.
"""

import html.parser
import re
import sys


class Sections(html.parser.HTMLParser):
    """The running text of each section by its heading."""

    def __init__(self, page):
        super().__init__()
        self.texts, self.heading, self.open, self.skipped = {}, None, None, 0
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        if tag in ("table", "svg") or ("class", "notes") in attributes or self.skipped:
            # Elements inside are counted too; none of these kinds holds one that is never closed but path and the like, which close themselves.
            self.skipped += 1
        elif tag in ("h2", "p", "li"):
            self.open = (tag, [])

    def handle_startendtag(self, tag, attributes):
        pass

    def handle_endtag(self, tag):
        if self.skipped:
            self.skipped -= 1
        elif self.open and tag == self.open[0]:
            text = " ".join("".join(self.open[1]).split())
            if tag == "h2":
                self.heading = text
                self.texts[text] = []
            elif self.heading:
                self.texts[self.heading].append(text)
            self.open = None

    def handle_data(self, data):
        if self.open and not self.skipped:
            self.open[1].append(data)


def plain(text):
    """A text with names, marks and numbers as short words, and every point closed as a sentence."""
    text = re.sub(r"“[^”]*”", "this", text)
    text = re.sub(r"\[[cxzu]\]", "", text)
    text = re.sub(r"(\d),(\d)", r"\1\2", text)
    text = re.sub(r"\d+(\.\d+)?%?", "ten", text)
    return text if text.endswith((".", "?", "!", ":")) else text + "."


def age(texts):
    """The reading age of texts in years, or None where there are fewer than thirty words to judge by."""
    from textstat import textstat

    text = " ".join(plain(text) for text in texts)
    return textstat.flesch_kincaid_grade(text) + 5 if len(text.split()) >= 30 else None


# Whom the sections are for: these are read by everybody, the others by whoever checks the numbers.
METHODS = ["How this was made", "Please take care", "Credits", "Comparisons in full", "What the words mean"]


def ages(path):
    """Reading ages of a page: of each section, and of all that comes before the methods."""
    with open(path) as page:
        sections = Sections(page.read()).texts
    headings = list(sections)
    first = next((headings.index(heading) for heading in headings if heading in METHODS), len(headings))
    body = [text for heading in headings[:first] for text in sections[heading]]
    return age(body), {heading: age(texts) for heading, texts in sections.items()}


if __name__ == "__main__":
    for path in sys.argv[1:]:
        whole, each = ages(path)
        print(path, whole)
        for heading, years in each.items():
            print(f"  {heading}: {years}")
