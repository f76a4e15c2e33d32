#!/bin/sh
# Saves the workbooks of ../files anew from the sources here, with LibreOffice.
# Of CSV: comma, quote, UTF-8, first line 1; then column/format, where 2 is text and 5 a date written year-month-day.
set -e
cd "$(dirname "$0")"
csv() {
  soffice --headless --infilter="CSV:44,34,76,1,$2" --convert-to xlsx --outdir ../files "$1.csv"
}
csv readings 1/2/2/5
csv days 1/2/2/5
csv registry 1/2/2/2/4/2/5/2/12/5/13/5
soffice --headless --convert-to xlsx --outdir ../files registers.fods
soffice --headless --convert-to xls --outdir ../files registers.fods
