#!/usr/bin/env bash
# What: OFD (GB/T 33190-2016) is the page format of Chinese government papers. The converter from PDF on PyPI, easyofd,
#   writes files that are called OFD and that easyofd itself cannot read again: the size of the letters stands in an
#   attribute `size` where the standard and its own reader have `Size`. The root elements are in a namespace of
#   their own instead of the one of the standard (http://www.ofdspec.org/2016), and an A4 page of 595 × 842 points is
#   written as 595 × 842 millimetres, the unit of the standard (A4 is 210 × 297). One expects a
#   converter to write what it reads, and a page to keep its size.
# Version: easyofd 20260427 (PyPI), reportlab 4.4.4 for the PDF.
# Ours: an OFD is taken as an attachment as its house made it; none is made of a PDF.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check easyofd==20260427 reportlab==4.4.4
cat > see.py <<'P'
import base64, io, re, sys, zipfile
from contextlib import redirect_stderr, redirect_stdout
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.lib.pagesizes import A4
from easyofd import OFD

registerFont(UnicodeCIDFont("STSong-Light"))
pdf = io.BytesIO()
page = Canvas(pdf, pagesize=A4)
page.setFont("STSong-Light", 22)
page.drawString(72, 760, "关于停水的通知")
page.save()

with redirect_stdout(io.StringIO()):
    made = OFD().pdf2ofd(pdf.getvalue(), optional_text=True)
parts = zipfile.ZipFile(io.BytesIO(made))
content = parts.read("Doc_0/Pages/Page_0/Content.xml").decode()
root = re.search(r'xmlns:ofd="([^"]*)"', parts.read("OFD.xml").decode()).group(1)
box = re.search(r"PhysicalBox>([^<]*)", content).group(1).split()
words = "".join(re.findall(r"<ofd:TextCode[^>]*>([^<]*)", content))
print("namespace of the standard:", root == "http://www.ofdspec.org/2016")
print("page of 595 x 842 points, in millimetres:", box[2], "x", box[3])
print(f"words: {words}; attribute Size: {' Size=' in content}, size: {' size=' in content}")
try:
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        again = OFD()
        again.read(base64.b64encode(made).decode(), fmt="b64")
        again.to_pdf()
    read = "read"
except Exception as error:
    read = f"{type(error).__name__} {error}"
print("read again by the same package:", read)
ok = (root != "http://www.ofdspec.org/2016" and float(box[2]) > 590 and words == "关于停水的通知"
      and " Size=" not in content and read == "KeyError '@Size'")
sys.exit(0 if ok else 1)
P
env/bin/python see.py 2>/dev/null || { echo "no longer as described"; exit 1; }
