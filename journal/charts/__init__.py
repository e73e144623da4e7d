"""Pictures of a diary, each with its sentence, its rows and the same as text; nothing here knows of a screen.

    request.py       ChartRequest: which view of which days, and what narrows it
    figure.py        Figure: what a view shows, before anything draws it
    number_words.py  numbers, days and intervals as they are read
    site_words.py    places, and whether twitches stay or wander
    styled_text.py   spans of text with an ink
    views/           one view a file, from the store and `analysis`
    verdicts/        what the looks said, as pages
    experiments/     what may be tried, a plan, and what came of it, in words
    render/          a figure drawn: lines for a terminal, SVG, plain text, JSON and CSV

To draw a view:

    with connections.reading(path) as connection:
        context = queries.context(connection)
        figure = views.figure(connection, context, ChartRequest("time", span))
    lines = draw_lines.lines(figure, columns=80, rows=23)
"""
