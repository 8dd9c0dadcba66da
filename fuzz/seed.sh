#!/usr/bin/env bash
# Writes what the targets start from to seeds/: the samples in pieces, in the form that each target reads.
set -euo pipefail
cd "$(dirname "$0")"
rm -rf seeds
mkdir -p seeds/{parse,generated,quantities,text,html,docx,pdf,capi,lexicon}

pieces() { # pieces PREFIX: the lines of the samples in pieces of up to 3 KB
  for sample in ../examples/reports/*.txt; do
    split --line-bytes=3000 --additional-suffix=.txt "$sample" "$1$(basename "$sample" .txt)-"
  done
}

for target in parse quantities text; do pieces "seeds/$target/"; done
# The bytes of a report draw another report as well as any.
for target in generated capi; do pieces "seeds/$target/"; done

for piece in seeds/parse/*; do
  name=$(basename "$piece" .txt)
  iconv -f utf-8 -t gb18030 "$piece" >"seeds/text/$name.gb18030"
  { echo '<head><title>报告</title></head><body><div id="zoom">'; sed 's|.*|<p>&</p>|' "$piece"; } >"seeds/html/$name"
  {
    echo '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    sed 's|.*|<w:p><w:pPr><w:pStyle w:val="1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>&</w:t></w:r></w:p>|' "$piece"
    echo '</w:body></w:document>'
    printf '\x1e<w:styles xmlns:w="w"><w:style w:styleId="1"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style></w:styles>'
    printf '\x1e<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
  } >"seeds/docx/$name"
  { printf '锂电池产量\tLI\n石\t千克\t50\n尊\n\n'; cat "$piece"; } >"seeds/lexicon/$name"
done
printf 'BT /F 12 Tf 72 720 Td (1. A report of 2025) Tj 0 -14 Td (grew by 5.2%%.) Tj ET' >seeds/pdf/text
printf 'BT /F 12 Tf 14 TL 1 0 0 1 72 700 Tm [(wide) -300 (gaps)] TJ T* (and lines) Tj T* (- 3 -) Tj ET' >seeds/pdf/lines

# libFuzzer takes words in ASCII only.
while read -r word; do
  printf '"%s"\n' "$(printf %s "$word" | od -An -v -tx1 | tr -d '\n' | sed 's/ /\\x/g')"
done <words.txt >seeds/words.dict
printf '"\\x0a"\n"\\x0d\\x0a"\n' >>seeds/words.dict
