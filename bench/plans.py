"""Make up a corpus of provincial plans, and time its `kg build`.

`whole`: 680 plans, each of 34 provinces answers each of 20 directives, with 50,000 tasks in all,
reports and targets. Without it 2 provinces and 3,000 tasks, in half a minute. Wording is drawn from
lists; no plan exists. The folder `.cache/made-PROVINCES-TASKS` is kept, so that
`bench/questions.py` need not build again.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from kg.build import rules_version
from kg.identity.provinces import REFORM, label_on, provinces_on

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).resolve().parent.parent
PROVINCES, DIRECTIVES, TASKS = 34, 20, 50_000
SMALL = (2, 3_000)
_START = dt.date(2020, 1, 15)
_SHARED = 40  # sentences of a directive that its plans draw from; the rest they write themselves
_BODIES = (
    "Sở Tài chính", "Sở Y tế", "Sở Nội vụ", "Sở Công Thương", "Sở Khoa học và Công nghệ",
    "Sở Giáo dục và Đào tạo", "Sở Tư pháp", "Sở Xây dựng", "Sở Kế hoạch và Đầu tư",
    "Sở Tài nguyên và Môi trường", "Sở Giao thông vận tải", "Sở Thông tin và Truyền thông",
    "Sở Nông nghiệp và Phát triển nông thôn", "Văn phòng Ủy ban nhân dân tỉnh", "Công an tỉnh",
)  # fmt: skip
_MANY = ("Các sở, ban, ngành", "Ủy ban nhân dân các huyện, thị xã, thành phố")
_VERBS = ("Rà soát", "Xây dựng", "Tổ chức", "Nâng cấp", "Hỗ trợ", "Khảo sát", "Hướng dẫn",
          "Tuyên truyền", "Kiểm tra", "Nghiên cứu", "Đào tạo", "Phổ biến", "Ứng dụng")  # fmt: skip
_THINGS = ("mô hình nhà kính", "hệ thống quan trắc", "danh mục giống cây", "lớp tập huấn",
           "quy trình xử lý nước", "kho dữ liệu mở", "vườn ươm", "trạm sơ chế", "bản đồ số",
           "tủ sách cộng đồng", "cổng thông tin", "phòng thí nghiệm", "chuỗi cung ứng")  # fmt: skip
_WAYS = ("cho hộ nuôi trồng ven sông", "tại vùng đồi núi cao", "phục vụ người cao tuổi",
         "theo hướng tiết kiệm năng lượng", "gắn với làng nghề truyền thống",
         "bằng nguồn nguyên liệu sẵn có", "cho trường học vùng xa", "trên nền tảng dùng chung",
         "phù hợp với điều kiện từng vùng", "với sự tham gia của người dân")  # fmt: skip
_AIMS = ("góp phần giảm phát thải", "bảo đảm chất lượng sản phẩm", "giữ gìn nguồn nước sạch",
         "mở rộng thị trường tiêu thụ", "nâng cao tay nghề lao động trẻ",
         "rút ngắn thời gian xử lý", "phòng ngừa sạt lở bờ bãi", "tăng thu nhập ổn định")  # fmt: skip
_TIMES = ("Thường xuyên.", "Hằng năm.", "Năm {year}.", "Quý IV năm {year}.", "Năm {year}-{later}.",
          "Trước ngày 30 tháng 6 năm {year}.")  # fmt: skip
_LETTERS = "abcdeghiklmnop"


def made(provinces: int = PROVINCES, tasks: int = TASKS) -> Iterator[tuple[str, str]]:
    """Give each plan as a file name and a text; the same in every run."""
    chance = random.Random(36)  # noqa: S311  (a made-up corpus, no secret)
    labels = [label_on(each.id, REFORM) for each in provinces_on(REFORM)][:provinces]
    orders = [[_sentence(chance) for _ in range(_SHARED)] for _ in range(DIRECTIVES)]
    count = provinces * DIRECTIVES
    for nth in range(count):
        place, directive = nth // DIRECTIVES, nth % DIRECTIVES
        share = tasks * (nth + 1) // count - tasks * nth // count
        text = _plan(str(labels[place]), nth, directive, orders[directive], share, chance)
        yield f"{place:02}-{directive:02}.txt", text


def _plan(  # noqa: PLR0913  (what one plan is made of)
    place: str, nth: int, directive: int, said: Sequence[str], share: int, chance: random.Random
) -> str:
    day = _START + dt.timedelta(days=60 * directive + chance.randint(20, 400))
    programme = (f"Chương trình số {10 + directive}-CTr/TU ngày {_printed(day)} của "
                 f"Ban Thường vụ {place.split(maxsplit=1)[0]} ủy {_short(place)}")  # fmt: skip
    order = _directive(directive)
    later = day + dt.timedelta(days=chance.randint(10, 200))
    lines = [
        "ỦY BAN NHÂN DÂN", place.upper(), "-------",
        f"Số: {1000 + nth}/KH-UBND",
        f"{_short(place)}, ngày {later.day} tháng {later.month} năm {later.year}",
        "KẾ HOẠCH", f"Thực hiện {programme} thực hiện {order}", "",
        f"Thực hiện {programme} thực hiện {order}, Ủy ban nhân dân {_inside(place)} ban hành Kế hoạch như sau:", "",
        "I. MỤC TIÊU", f"- Đến năm 2030 có {chance.randint(40, 95)}% số xã có vườn ươm.", "",
        "II. NỘI DUNG THỰC HIỆN", *_tasks(share, said, later.year, chance), "",
        "III. TỔ CHỨC THỰC HIỆN",
        f"Giao {chance.choice(_BODIES)} theo dõi, tổng hợp, báo cáo Ủy ban nhân dân tỉnh trước ngày {chance.randint(1, 28)} tháng 11 hằng năm.",
    ]  # fmt: skip
    return "\n".join(lines) + "\n"


def _tasks(share: int, said: Sequence[str], year: int, chance: random.Random) -> Iterator[str]:
    per = len(_LETTERS)
    for nth in range(share):
        if nth % per == 0:
            yield f"\n{nth // per + 1}. {chance.choice(_VERBS)} {chance.choice(_THINGS)}"
        own = nth >= len(said) or chance.random() < 0.5
        yield f"\n{_LETTERS[nth % per]}) {_sentence(chance) if own else said[nth]}"
        yield from _who(chance)
        if chance.random() < 0.7:
            when = chance.choice(_TIMES).format(year=year + 1 + nth % 4, later=year + 5)
            yield f"- Thời gian thực hiện: {when}"


def _who(chance: random.Random) -> Iterator[str]:
    """Give the lines of leads and coordinators; the first bodies are named most often."""
    drawn = [min(chance.randrange(len(_BODIES)), chance.randrange(len(_BODIES))) for _ in range(4)]
    bodies = [_BODIES[each] for each in dict.fromkeys(drawn)]
    kind = chance.random()
    if kind < 0.1:
        return
    leads = [chance.choice(_MANY)] if kind < 0.15 else bodies[: 2 if kind > 0.88 else 1]
    yield f"- Đơn vị chủ trì: {'; '.join(leads)}."
    others = [each for each in bodies if each not in leads][: chance.randrange(3)]
    others += [chance.choice(_MANY)] * (chance.random() < 0.4)
    if others:
        yield f"- Đơn vị phối hợp: {'; '.join(others)}."


def _sentence(chance: random.Random) -> str:
    one = f"{chance.choice(_VERBS)} {chance.choice(_THINGS)} {chance.choice(_WAYS)}"
    other = f"{chance.choice(_VERBS).lower()} {chance.choice(_THINGS)} {chance.choice(_WAYS)}"
    return f"{one}, {other} nhằm {chance.choice(_AIMS)} và {chance.choice(_AIMS)}."


def _directive(nth: int) -> str:
    day = _START + dt.timedelta(days=60 * nth)
    return (f"Nghị quyết số {30 + nth}-NQ/TW ngày {_printed(day)} của Bộ Chính trị về "
            f"{_THINGS[nth % len(_THINGS)]} {_WAYS[nth % len(_WAYS)]}")  # fmt: skip


def _printed(day: dt.date) -> str:
    return f"{day:%d/%m/%Y}"


def _short(place: str) -> str:
    return place.removeprefix("Tỉnh ").removeprefix("Thành phố ")


def _inside(place: str) -> str:
    return place[:1].lower() + place[1:]


def stored(provinces: int = PROVINCES, tasks: int = TASKS) -> Path:
    """Give the folder of the built graph; it is built where these rules have not built it yet."""
    out = ROOT / ".cache" / f"made-{provinces}-{tasks}"
    mark = out / "made-by.txt"
    if mark.exists() and mark.read_text(encoding="utf-8") == rules_version():
        return out
    shutil.rmtree(out, ignore_errors=True)
    texts = ROOT / ".cache" / f"made-{provinces}-{tasks}-texts"
    shutil.rmtree(texts, ignore_errors=True)
    texts.mkdir(parents=True)
    for name, text in made(provinces, tasks):
        (texts / name).write_text(text, encoding="utf-8", newline="\n")
    command = (sys.executable, "-m", "kg", "build", str(texts), "-o", str(out))
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL,
                   env=os.environ | {"PYTHONPATH": str(ROOT)})  # fmt: skip
    mark.write_text(rules_version(), encoding="utf-8")
    return out


def size(told: Sequence[str]) -> tuple[int, int]:
    """Give how many provinces and tasks the arguments of a script ask for.

    >>> size([]), size(["whole"]), size(["3", "900"])
    ((2, 3000), (34, 50000), (3, 900))
    """
    if not told:
        return SMALL
    if list(told) == ["whole"]:
        return PROVINCES, TASKS
    try:
        provinces, tasks = map(int, told)
    except ValueError:
        sys.exit("give nothing, 'whole', or two numbers: provinces and tasks")
    return provinces, tasks


def main() -> int:
    """Build the corpus anew and print how long it took."""
    provinces, tasks = size(sys.argv[1:])
    with contextlib.suppress(FileNotFoundError):
        (ROOT / ".cache" / f"made-{provinces}-{tasks}" / "made-by.txt").unlink()
    start = time.perf_counter()
    out = stored(provinces, tasks)
    took = time.perf_counter() - start
    plans = provinces * DIRECTIVES
    print(
        f"kg build of {plans} made plans, {tasks} tasks: {took:.0f} s, {plans / took:.1f} a second"
    )
    print(f"kept in {out.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
