"""Chromium through chromedriver, by the WebDriver protocol itself: nothing to install but the two programs.

WebDriver: https://www.w3.org/TR/webdriver2/. Chromium's own door: https://chromedevtools.github.io/devtools-protocol/.
"""

import base64
import json
import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request


class Browser:
    """One headless Chromium, ended with the `with` block that it was opened in."""

    def __enter__(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.root = f"http://127.0.0.1:{port}"
        self.driver = subprocess.Popen(
            ["chromedriver", f"--port={port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            self._wait()
            arguments = ["--headless=new", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars"]
            if os.geteuid() == 0:
                arguments.append("--no-sandbox")
            options = {"args": arguments, "binary": shutil.which("chromium") or shutil.which("google-chrome") or ""}
            capabilities = {"alwaysMatch": {"browserName": "chrome", "goog:chromeOptions": options}}
            self.session = self._ask("POST", "/session", {"capabilities": capabilities})["sessionId"]
        except BaseException:
            self.driver.terminate()
            raise
        return self

    def __exit__(self, *_):
        try:
            self._ask("DELETE", f"/session/{self.session}")
        finally:
            self.driver.terminate()
            self.driver.wait()

    def open(self, path, dark=False, width=1280, height=900, forced=False):
        """Shows a file as a reader with these settings would see it."""
        self.devtools(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False
        )
        features = [
            {"name": "prefers-color-scheme", "value": "dark" if dark else "light"},
            {"name": "forced-colors", "value": "active" if forced else "none"},
        ]
        self.devtools("Emulation.setEmulatedMedia", features=features)
        self._ask("POST", f"/session/{self.session}/url", {"url": f"file://{os.path.abspath(path)}"})

    def run(self, script, *arguments):
        """The value that a script returns, run from outside the page: a policy against scripts does not touch it."""
        return self._ask("POST", f"/session/{self.session}/execute/sync", {"script": script, "args": list(arguments)})

    def wait(self, script, *arguments):
        """The value that a script hands to the function that is its last argument."""
        return self._ask("POST", f"/session/{self.session}/execute/async", {"script": script, "args": list(arguments)})

    def devtools(self, command, **parameters):
        """One command of the DevTools protocol."""
        body = {"cmd": command, "params": parameters}
        return self._ask("POST", f"/session/{self.session}/goog/cdp/execute", body)

    def photograph(self, path):
        """The whole page, also what is below the window."""
        height = self.run("return document.documentElement.scrollHeight")
        width = self.run("return window.innerWidth")
        clip = {"x": 0, "y": 0, "width": width, "height": height, "scale": 1}
        shot = self.devtools("Page.captureScreenshot", captureBeyondViewport=True, clip=clip)
        with open(path, "wb") as file:
            file.write(base64.b64decode(shot["data"]))

    def print(self, path):
        """The page on paper, of the size that it asks for."""
        sheet = self.devtools("Page.printToPDF", preferCSSPageSize=True, printBackground=False)
        with open(path, "wb") as file:
            file.write(base64.b64decode(sheet["data"]))

    def _wait(self):
        for _ in range(100):
            try:
                if self._ask("GET", "/status")["ready"]:
                    return
            except OSError:
                pass
            time.sleep(0.1)
        raise RuntimeError("chromedriver did not start")

    def _ask(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(
            self.root + path, data, {"Content-Type": "application/json"}, method=method
        )
        try:
            with urllib.request.urlopen(request, timeout=120) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as fault:
            raise RuntimeError(json.load(fault)["value"]["message"]) from None
