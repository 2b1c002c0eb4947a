"""From a dossier to something people read. The only stage with one function per format, and the only place where `[1]` exists.

    Dossier ──number──▶ Notes        sentences and cited passages with their numbers        numbering.py
        │──shelve──▶ Shelf           what articles and origins are called                   shelf.py
        │──bands───▶ Bands           who took from whom, as trees           lineage.py, telling.py
        │               └──draw──▶ Drawing   dots and curves                                drawing.py
        ├──parts───▶ Paragraphs      texts with removed blocks in place                     texts.py
        └──longest_run──▶ SharedRun  how near the report comes to a reprint               reprint.py
                        │
      html.story_page · html.index_page · markdown.story · terminal.story/trace/check · json.encode

Every function is pure: records in, text out; no file, no socket, no clock, nothing of the machine. Article text is hostile:
`clean.py` says what may reach a page. `words.py` holds the wording that all formats share, `dots.py` the mark ●●○.
"""
