"""Pairs of passages of the five plans, labelled by a reader before anything was compared."""

from __future__ import annotations

# file, first words of the passage, file, first words of the passage, label
PAIRS: tuple[tuple[str, str, str, str, str], ...] = (
    # the same sentence on incentives, its beginning and its field changed
    ("004", "Căn cứ hướng dẫn của Trung ương, xây dựng cơ chế",
     "000", "Xây dựng cơ chế, chính sách ưu đãi của tỉnh", "adapted"),
    # another beginning, the last words dropped
    ("001", "Tạo điều kiện thuận lợi để các doanh nghiệp chủ động hợp tác",
     "000", "Hỗ trợ các doanh nghiệp chủ động hợp tác và tiếp nhận", "adapted"),
    ("003", "Chú trọng phát triển và ứng dụng công nghệ sinh học trong bảo vệ môi trường",
     "001", "Ứng dụng công nghệ sinh học trong bảo vệ môi trường, ứng phó", "adapted"),
    ("003", "Ứng dụng và phát triển công nghệ sinh học phục vụ sản xuất, như",
     "001", "Ứng dụng và phát triển công nghệ sinh học phục vụ sản xuất phân bón", "adapted"),
    # two headings
    ("003", "Phát triển, ứng dụng công nghệ sinh học trong sản xuất và đời sống gắn với",
     "001", "Đẩy mạnh ứng dụng công nghệ sinh học trong phát triển kinh tế", "adapted"),
    ("003", "Nâng cao chất lượng nguồn nhân lực công nghệ sinh học",
     "001", "Nâng cao chất lượng nguồn nhân lực, đẩy mạnh", "adapted"),
    # the one stands almost whole in the first half of the other
    ("003", "Có cơ chế bảo đảm mối liên kết, gắn bó",
     "001", "Áp dụng, vận dụng hiệu quả các cơ chế phối hợp", "adapted"),
    # one half of a sentence in common
    ("004", "Tổ chức tuyên truyền, phổ biến các quy định",
     "001", "Phổ biến kiến thức, thành tựu khoa học và công nghệ mới nhất", "new"),
    # the same thought in other words
    ("002", "Phối hợp các đơn vị liên quan khuyến khích và tạo điều kiện",
     "001", "Hình thành, phát triển, liên kết các doanh nghiệp", "new"),
    # two closing duties that have nothing to do with each other
    ("003", "UBND thành phố xây dựng kế hoạch thực hiện Nghị quyết 36",
     "000", "Thủ trưởng các sở, ban, ngành, đơn vị liên quan", "new"),
)  # fmt: skip
