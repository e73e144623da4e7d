"""A figure drawn: its pictures are made of the parts below, each of which draws itself as lines and as SVG.

draw_lines.py     a figure as lines that fit a width and a height
svg.py            a figure as an SVG file
text_export.py    a figure without its pictures: a sentence and tables of plain text; JSON and CSV

plot.py           panels of series over one x axis, by plotext in the terminal
plot_svg.py       the same as SVG shapes
sanitize.py       what numbers may reach plotext
bars.py           a label, a bar and its number
grid.py           numbers in rows and columns, shaded
answer_list.py    short answers, each behind its question
week_grid.py      places over weeks, shaded
calendar_grid.py  months and years with a count for each day
body_figure.py    the body in dots, front and back
body_svg.py       the body as SVG shapes
body_shape.py     the shape of the body as data, and which site is where
layout.py         pictures beside and under each other
"""
