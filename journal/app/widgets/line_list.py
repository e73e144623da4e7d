"""What lists that draw themselves line by line have in common."""

from rich.style import Style
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip


class LineList(ScrollView):
    """Lines of which each is drawn when it is seen. What they share is asked once for all of them, since asking takes
    longer than drawing a line: `base`, the style of the list, `width`, that of a line, and styles by name."""

    verb = ""
    """What Enter does to the marked row, as the bar of keys says it; empty where its binding says it."""

    def render_lines(self, crop: Region) -> list[Strip]:
        self.base, self.width = self.rich_style, self.scrollable_content_region.width
        self._named: dict[str, Style] = {}
        return super().render_lines(crop)

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def style_of(self, name: str) -> Style:
        if name not in self._named:
            self._named[name] = self.get_component_rich_style(name)
        return self._named[name]

    def hold(self, width: int, lines: int) -> None:
        """Be of this size. The screen is laid out anew only where the bar comes or goes, or the list grows with it."""
        height, size = self.styles.height, Size(width, lines)
        has_bar = self.show_vertical_scrollbar
        if height is None or height.is_auto or has_bar != (lines > self.scrollable_content_region.height):
            self.virtual_size = size
        else:
            self.set_reactive(LineList.virtual_size, size)
            if has_bar:
                self.vertical_scrollbar.window_virtual_size = lines
            self.refresh()
        if self.scroll_y > self.max_scroll_y:  # the list has become shorter than where the eye was
            self.scroll_to(y=self.max_scroll_y, animate=False, force=True)
