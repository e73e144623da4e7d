"""Pictures of a diary, each with its sentence, its rows and a text twin; nothing here knows of a screen.

    ink.py         spans of text with an ink; what a terminal may be sent
    figure.py      Figure: what a view shows, before anything draws it
    asked.py       what the user asked of a view
    draw.py        a figure as lines that fit a width and a height
    twin.py        the same content as a sentence and tables of plain text; JSON and CSV
    svg.py         the same as SVG
    gate.py        what numbers may reach plotext
    plot.py        axes and series; by plotext in the terminal
    bars.py, body.py, body_shape.py, months.py, years.py, cells.py   grids of text
    words.py       numbers, days and intervals as they are read
    views/         one figure a file, from the store and `analysis`

To draw a view:

    with opening.reading(path) as connection:
        context = reading.context(connection)
        figure = views.figure(connection, context, Asked("time", span))
    lines = draw.lines(figure, columns=80, rows=23)
"""
