#!/usr/bin/env python3
"""Contact sheets of the gallery, to look at: as it is, in grey, and as red-green blind eyes see it.

    python3 Tests/Pictures/look.py FOLDER [FILE.svg ...]

Every picture of Output/gallery (or each FILE) is drawn by headless Chromium and written into FOLDER
as one sheet with the three beside one another. Grey is the luminance of each pixel. Deuteranopia is
the matrix of Machado, Oliveira and Fernandes, "A physiologically-based model for simulation of
color vision deficiency", 2009, for full severity, which works on light, not on its coded numbers.

Needs Pillow and NumPy.
"""

import glob
import os
import re
import subprocess
import sys
import tempfile

import numpy
from PIL import Image

from measure import ROOT, browser

WIDTH = 1400

DEUTERANOPIA = numpy.array([
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.011820, 0.042940, 0.968881],
])
LUMINANCE = numpy.array([[0.2126, 0.7152, 0.0722]] * 3)


def light(values):
    return numpy.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)


def coded(values):
    values = numpy.clip(values, 0, 1)
    return numpy.where(values <= 0.0031308, values * 12.92, 1.055 * values ** (1 / 2.4) - 0.055)


def seen(picture, matrix):
    """A picture through other eyes."""
    values = light(numpy.asarray(picture, dtype=float) / 255) @ matrix.T
    return Image.fromarray((coded(values) * 255).round().astype("uint8"))


def drawn(path, folder):
    """A picture as a browser shows it."""
    with open(path, encoding="utf-8") as file:
        text = file.read()
    width, height = map(float, re.search(r'viewBox="[\d.]+ [\d.]+ ([\d.]+) ([\d.]+)"', text).groups())
    size = (WIDTH, round(WIDTH * height / width))
    page, shot = os.path.join(folder, "page.html"), os.path.join(folder, "shot.png")
    with open(page, "w", encoding="utf-8") as file:
        file.write("<!DOCTYPE html><meta charset='utf-8'><style>body{margin:0}"
                   f"svg{{display:block;width:{size[0]}px;height:{size[1]}px}}</style>{text}")
    subprocess.run(
        [browser(), "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
         f"--user-data-dir={folder}/profile", f"--window-size={size[0]},{size[1]}",
         f"--screenshot={shot}", "file://" + page],
        capture_output=True, timeout=120, check=True)
    return Image.open(shot).convert("RGB")


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    target = sys.argv[1]
    paths = sys.argv[2:] or sorted(glob.glob(os.path.join(ROOT, "Output", "gallery", "*.svg")))
    os.makedirs(target, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for path in paths:
            plain = drawn(path, folder)
            views = [plain, seen(plain, LUMINANCE), seen(plain, DEUTERANOPIA)]
            sheet = Image.new("RGB", (plain.width * 3 + 40, plain.height), "#888888")
            for place, view in enumerate(views):
                sheet.paste(view, (place * (plain.width + 20), 0))
            name = os.path.splitext(os.path.basename(path))[0] + ".png"
            sheet.save(os.path.join(target, name))
            print(os.path.join(target, name), flush=True)


if __name__ == "__main__":
    main()
