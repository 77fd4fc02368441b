"""How the last debug build (swift build, or swift build --build-tests) compiled a module; for scripts that ask the compiler."""

import json
import os

ROOT = os.path.realpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))


def settings(module, kept):
    """The compiler, all arguments that a module was compiled with, and those of the options `kept` with their values."""
    with open(os.path.join(ROOT, ".build", "debug.yaml")) as plan:
        lines = [line for line in plan if f'"-module-name","{module}"' in line and '"-emit-module"' in line]
    if not lines:
        raise SystemExit(f"no build plan of {module}; build first (swift build)")
    compiler, *arguments = json.loads(lines[0].split("args: ", 1)[1])
    return compiler, arguments, [word for pair in zip(arguments, arguments[1:]) if pair[0] in kept for word in pair]
