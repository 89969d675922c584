"""Every word that the report says itself, in Vietnamese and in English."""

from __future__ import annotations

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "skip": ("Đến phần trả lời", "Skip to the answers"),
    "language": ("English", "Tiếng Việt"),
    "contents": ("Mục lục", "Contents"),
    "top": ("Về đầu trang", "Back to top"),
    # what the corpus holds, in a few numbers
    "fact.held": ("văn bản hiện có", "documents held"),
    "fact.cited": ("văn bản chỉ được viện dẫn", "documents only cited"),
    "fact.tasks": ("nhiệm vụ", "tasks"),
    "fact.agents": ("cơ quan", "agencies"),
    "fact.dated": ("ngày ban hành", "dated"),
    "fact.day": ("cơ quan, tỉnh của ngày", "bodies and provinces as of"),
    # the parts
    "theme.corpus": ("Kho văn bản", "The corpus"),
    "theme.who": ("Ai làm gì", "Who does what"),
    "theme.cascade": ("Độ phủ và chuỗi thực hiện", "Coverage and cascade"),
    "theme.time": ("Thời gian", "Time"),
    "theme.words": ("Câu chữ và lĩnh vực", "Words and themes"),
    "theme.quality": ("Độ rõ ràng", "Quality"),
    # how to read this
    "read": ("Cách đọc", "How to read this"),
    "read.corpus": (
        "Mọi con số chỉ nói về các văn bản trong kho này. “Không có trong kho” không bao giờ có nghĩa là chưa làm.",
        "Every number is about the documents of this corpus only. “Not in this corpus” never means not done.",
    ),
    "read.ties": (
        "Bằng nhau là bằng nhau: các dòng cùng số thì cùng hạng, thứ tự giữa chúng không nói gì.",
        "Ties are ties: rows with the same number share a rank, and their order among themselves says nothing.",
    ),
    "read.words": (
        "“Xem nguyên văn” cho thấy câu chữ phía sau mỗi dòng, với tệp và vị trí ký tự từ đầu đến cuối.",
        "“Show the words” gives the very words behind a row, with their file and their first and last character.",
    ),
    "read.charts": (
        "Biểu đồ vẽ những dòng đầu của bảng; bảng dưới biểu đồ nói cùng điều đó bằng chữ. Trỏ hoặc chạm vào hình để xem giá trị.",
        "A chart draws the first rows of its table, which says the same in words. Point at a mark, or touch it, for its value.",
    ),
    "read.numbers": (
        "Trong bảng, số viết với dấu chấm thập phân như trong tệp dữ liệu; ô trống là không nêu hoặc không biết. Không có kết quả nào được suy đoán.",
        "Numbers have a decimal point, as in the data; an empty cell is not told or not known. Nothing is guessed.",
    ),
    "read.languages": (
        "Lời của văn bản giữ nguyên tiếng Việt ở cả hai ngôn ngữ.",
        "The words of documents stay as printed, in Vietnamese, in both languages.",
    ),
    # one answer
    "nothing": ("Không tìm thấy gì trong kho này.", "Nothing found in this corpus."),
    "more": ("Còn {n} dòng trong dữ liệu.", "{n} more rows are in the data."),
    "all": ("Hiện tất cả {n} dòng", "Show all {n} rows"),
    "words": ("Xem nguyên văn", "Show the words"),
    "words.some": (
        "Nhiều nhất ba đoạn cho mỗi dòng hiện ở trên.",
        "At most three passages for each row shown above.",
    ),
    "query": ("Câu truy vấn", "The query"),
    "query.shell": ("Dòng lệnh", "Command line"),
    "query.python": ("Python", "Python"),
    "query.sparql": ("SPARQL", "SPARQL"),
    "data": ("Lấy dữ liệu (CSV, {n} dòng)", "Get the data (CSV, {n} rows)"),
    "notes": ("Lưu ý", "Notes"),
    "table": ("bảng", "table"),
    "sort": ("Sắp xếp theo cột", "Sort by column"),
    # under a chart
    "chart.bars": ("Độ dài thanh: {x}.", "Length of a bar: {x}."),
    "chart.shares": ("Độ dài thanh: {x}, chia theo màu.", "Length of a bar: {x}, cut by colour."),
    "chart.matrix": ("Mỗi ô là một {y} và một {x}.", "Each field is one {y} and one {x}."),
    "chart.heat": (
        "Ô càng đậm thì {colour} càng lớn; ô trống là không có.",
        "The darker a field, the larger the {colour}; a blank field has none.",
    ),
    "chart.steps": (
        "Ngang: {x}. Dọc: {y}. Đường đi xuống ở mỗi ngày có văn bản ra đời.",
        "Across: {x}. Up: {y}. The line falls on each day on which a paper came.",
    ),
    "chart.curve": (
        "Ngang: tỷ lệ cơ quan, từ ít việc đến nhiều việc. Dọc: tỷ lệ công việc của họ. Nét đứt: khi mọi cơ quan như nhau; đường càng võng thì càng tập trung.",
        "Across: share of the bodies, those with least first. Up: their share of the work. Dashed: all alike; the deeper the curve hangs, the more unequal.",
    ),
    "chart.spans": (
        "Mỗi thanh đi từ ngày đầu đến ngày cuối; hình thoi: văn bản chỉ nêu một đầu.",
        "A bar runs from the first day to the last; a diamond: the text names one end only.",
    ),
    "chart.dots": ("Mỗi chấm là một dòng của bảng, đặt theo {x}.", "A point is a row of the table, by {x}."),
    "chart.shown": ("Vẽ {n} trên {of} dòng.", "Drawn: {n} of {of} rows."),
    "chart.across": ("Vẽ {n} trên {of} cột.", "Drawn: {n} of {of} columns."),
    # whence it comes
    "source": ("Nguồn", "Where this comes from"),
    "source.made": (
        "Do kg {version} lập từ {n} văn bản. Cùng tệp đầu vào thì cùng báo cáo, từng byte.",
        "Made by kg {version} from {n} documents. The same files give the same report, byte for byte.",
    ),
    "source.day": (
        "Cơ quan và tỉnh tính theo ngày {day} ở những câu hỏi có nhận ngày.",
        "Bodies and provinces are those of {day}, where a question takes a day.",
    ),
    "source.files": ("Tệp", "Files"),
    "source.again": ("Lập lại", "To make it again"),
}  # fmt: skip
"""Message -> (Vietnamese, English)."""


def said(key: str, lang: str, **values: object) -> str:
    """Give a message in a language.

    >>> said("more", "en", n=3)
    '3 more rows are in the data.'
    """
    vietnamese, english = WORDS[key]
    return (vietnamese if lang == "vi" else english).format(**values)
