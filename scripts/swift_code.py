"""Swift source with the inside of comments, strings and backticks blanked out: enough to look for words and braces
without a parser. Lines and columns stay where they were."""

import re

# What can open something that is not code. Bare regex literals (/…/) are not told from divisions: use #/…/#.
_OPENER = re.compile(r'//|/\*|(?P<hashes>#*)(?P<quotes>"""|")|#/|`')


def blanked(text):
    out = list(text)
    position = 0
    while match := _OPENER.search(text, position):
        position = _skip(text, match)
        for i in range(match.start(), position):
            if text[i] not in '\n`':
                out[i] = ' '
    return ''.join(out)


def _skip(text, match):
    """The index after what `match` opens."""
    opener = match.group()
    if opener == '//':
        return _after(text, '\n', match.end()) - 1
    if opener == '/*':
        return _block_comment(text, match.end())
    if opener in ('#/', '`'):
        return _after(text, {'#/': '/#', '`': '`'}[opener], match.end())
    return _string(text, match.end(), match['quotes'], match['hashes'])


def _after(text, word, position):
    found = text.find(word, position)
    return len(text) + 1 if found < 0 and word == '\n' else len(text) if found < 0 else found + len(word)


def _block_comment(text, position):
    depth = 1
    while depth and (match := re.compile(r'/\*|\*/').search(text, position)):
        depth += 1 if match.group() == '/*' else -1
        position = match.end()
    return position if not depth else len(text)


def _string(text, position, quotes, hashes):
    escape, end = '\\' + hashes, quotes + hashes
    while position < len(text):
        if text.startswith(escape + '(', position):
            position = _interpolation(text, position + len(escape) + 1)
        elif text.startswith(escape, position):
            position += len(escape) + 1
        elif text.startswith(end, position):
            return position + len(end)
        else:
            position += 1
    return position


def _interpolation(text, position):
    depth = 1
    while depth and position < len(text):
        if (match := _OPENER.match(text, position)) and match.group() != '#/':
            position = _skip(text, match)
            continue
        depth += {'(': 1, ')': -1}.get(text[position], 0)
        position += 1
    return position


_DECLARATION = re.compile(
    r'(?<![.\w])(?:func\s+(?P<func>\S+?)(?=[(<\s])|(?P<init>init)\s*[?]?\s*(?=[(<])|(?P<deinit>deinit)\b'
    r'|(?P<subscript>subscript)\s*(?=[(<])|var\s+(?P<var>\w+)\s*:)')
_NEXT = re.compile(r'\s*(?:@|///|(?:\w+(?:\(\w+\))?\s+)*(?:func|var|let|init|case|subscript|struct|enum|class|extension)\b)')


def functions(code):
    """(name, first line, number of lines) of every function, initializer, subscript and computed property."""
    for match in _DECLARATION.finditer(code):
        opening = _body(code, match.end())
        if opening is None:
            continue
        name = next(value for value in match.groupdict().values() if value).strip('`') or 'the function'
        first = code.count('\n', 0, match.start()) + 1
        yield name, first, code.count('\n', 0, _closing(code, opening)) + 2 - first


def _body(code, position):
    """The brace that opens the body of the declaration whose name ends at `position`; None when it has none."""
    depth = 0
    for i in range(position, len(code)):
        c = code[i]
        depth += {'(': 1, '[': 1, ')': -1, ']': -1}.get(c, 0)
        if depth == 0 and c == '{':
            return i
        if depth < 0 or depth == 0 and (c in '}=' and code[i - 1] not in '=!<>' or c == '\n' and _NEXT.match(code, i)):
            return None
    return None


def _closing(code, opening):
    depth = 0
    for i in range(opening, len(code)):
        depth += {'{': 1, '}': -1}.get(code[i], 0)
        if depth == 0:
            return i
    return len(code) - 1
