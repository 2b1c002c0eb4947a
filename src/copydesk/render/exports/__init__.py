"""Exports: a story in the forms that other systems take, one file and one function per form.

    Dossier, Run, Imprint ──▶ Told          what every form carries, in plain words and codes         told.py
                               │──▶ ninjs · newsml_g2 · nitf         what news systems exchange       xhtml.py, xml.py
                               │──▶ jsonld                           what search engines read in a page
                               │──▶ atom · rss · json_feed · kite    what news readers subscribe to
                               │──▶ docx                             what an editor opens
                               │──▶ tables · parquet                 what an analyst counts
                               └──▶ stix                             what a desk for threats shares

Every function is pure: the same dossier gives the same bytes. There is no clock: times are those of the articles and of the run.
Which form is called what stands in one table, `copydesk.exporting.FORMATS`.
"""
