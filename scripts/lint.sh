#!/usr/bin/env bash
# The gates that need no build.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

swift format lint --strict --parallel --recursive Sources Tests Package.swift
scripts/check-style
scripts/check-imports
scripts/check-tests

# Scripts: every file whose first line names bash or python.
scripts=()
while IFS= read -r -d '' file; do
    first=''
    read -r first <"$file" 2>/dev/null || true
    case $first in
    '#!'*bash)
        bash -n "$file"
        scripts+=("$file")
        ;;
    '#!'*python3) python3 -c 'import ast, sys; ast.parse(open(sys.argv[1]).read(), sys.argv[1])' "$file" ;;
    esac
done < <(find scripts Benchmarks Tests/Terminal Tests/Storage Tests/Clients .ci docs/recipes -type f -print0)
if command -v shellcheck >/dev/null; then shellcheck "${scripts[@]}"; fi
