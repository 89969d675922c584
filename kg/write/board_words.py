"""What the drawn boards say themselves, in Vietnamese and in English, beside the page's words."""

from __future__ import annotations

from typing import Final

from kg.write.page_words import LANGUAGES
from kg.write.page_words import WORDS as PAGE_WORDS

WORDS: Final[dict[str, tuple[str, str]]] = {
    **PAGE_WORDS,
    "kinds.body": ("cơ quan", "bodies"),
    # what a mark is
    "kind.tie": ("Cùng thực hiện", "Work together"),
    "kind.cell": ("Ô của sổ theo dõi", "Cell of the ledger"),
    "kind.year": ("Năm", "Year"),
    "kind.heap": ("Nhóm nhiệm vụ", "Tasks together"),
    "kind.ribbon": ("Dòng nhiệm vụ", "Flow of tasks"),
    "fact.tasks": ("Số nhiệm vụ", "Tasks"),
    "fact.directive": ("Chủ trương", "Directive"),
    "fact.state": ("Trong kho", "In this corpus"),
    "fact.by": ("Vì sao phải thực hiện", "Why it should act"),
    "by.all": (
        "không có văn bản chủ trương: liệt kê mọi tỉnh",
        "text of the directive not held: every province is listed",
    ),
    "by.words": ("chính văn bản chủ trương nêu", "the directive's own words"),
    "by.none": ("chủ trương không nêu tỉnh nào", "the directive names no province"),
    "board.never": (
        "Không thấy trong kho không có nghĩa là chưa làm: văn bản có thể có mà kho không giữ.",
        "“Not in this corpus” never means “not done”: a paper may exist and not be held here.",
    ),
    "board.led": ("chủ trì", "led"),
    "board.helped": ("phối hợp", "coordinated"),
    "board.partners": ("cơ quan cùng làm", "partners"),
    "board.rests": ("văn bản được dẫn", "papers it cites"),
    "board.answers": ("văn bản thực hiện", "papers that answer it"),
    "board.ties": ("cặp cùng làm", "pairs"),
    "board.groups": ("nhóm", "groups"),
    "board.directives": ("chủ trương", "directives"),
    "board.provinces": ("tỉnh, thành", "provinces"),
    "board.cells": ("ô", "cells"),
    "board.dated": ("có ngày", "dated"),
    "board.undated": ("không có ngày", "undated"),
    "board.ending": ("nhiệm vụ có năm", "tasks with a year"),
    "board.lanes": ("dòng", "lanes"),
    "board.plans": ("văn bản giao việc", "documents with tasks"),
    "board.ribbons": ("dòng chảy", "flows"),
    "board.notime": ("không nêu thời gian", "no time named"),
    "board.notime.why": (
        "Các nhiệm vụ này không nêu năm; không nêu không có nghĩa là không có hạn.",
        "These tasks name no year; that none is named does not say that there is none.",
    ),
    "board.noyear": ("không nêu", "none"),
    "board.years": ("Năm kết thúc của nhiệm vụ", "Year in which tasks end"),
    "board.ends": ("Hai cơ quan", "The two bodies"),
    "board.shared": ("Nhiệm vụ chung", "Tasks they share"),
    "board.said": ("Nguyên văn", "The words that say it"),
    "board.how": ("Cách đọc", "How to read it"),
    "board.about": ("Xem mục chính", "What this page is about"),
    "filter.role": ("Vai trò", "Role"),
    "filter.group": ("Nhóm", "Group"),
    "filter.state": ("Trạng thái", "State"),
    # coordination
    "coordination.how": (
        "Mỗi dấu là một cơ quan, càng lớn thì càng chủ trì nhiều nhiệm vụ. Mỗi đường nối hai cơ quan có nhiệm vụ chung, càng đậm thì càng nhiều. Bấm để xem nguyên văn.",
        "A mark is a body; the larger, the more tasks it leads. A line joins two bodies that share tasks; the thicker, the more. Click for the words.",
    ),
    "coordination.groups": (
        "Nhóm do máy chia (mô-đun), có thể chia cách khác. Hai cơ quan cùng phối hợp mà không chủ trì thì không được nối. Nhóm chung như “các sở, ban, ngành” không vẽ.",
        "Groups are made by modularity and could be cut otherwise. Two coordinators of one task are not joined. Collectives such as “các sở, ban, ngành” are left out.",
    ),
    # coverage
    "coverage.how": (
        "Mỗi dòng là một tỉnh, mỗi cột là một chủ trương. Bấm vào dấu để xem kho có gì và nguyên văn.",
        "A row is a province, a column a directive. Click a mark for what this corpus holds, and its words.",
    ),
    "coverage.counted": ("có kế hoạch riêng", "with an own plan"),
    "coverage.late": (
        "Trễ: ngày của kế hoạch sau hạn mà chính chủ trương đặt ra.",
        "Late: the plan is dated after the day that the directive itself sets.",
    ),
    "coverage.own": (
        "Kho có kế hoạch riêng của tỉnh này.",
        "This corpus holds a plan of this province.",
    ),
    "coverage.task": (
        "Một văn bản của tỉnh giao việc này trong một nhiệm vụ.",
        "A paper of this province gives it as a task.",
    ),
    "coverage.cited": (
        "Một văn bản của tỉnh chỉ viện dẫn chủ trương này.",
        "A paper of this province only cites the directive.",
    ),
    "coverage.nothing": (
        "Kho không có gì. Điều này không có nghĩa là tỉnh chưa làm.",
        "Nothing is in this corpus. That does not say that the province has done nothing.",
    ),
    "coverage.free": (
        "Chủ trương không nêu tỉnh này.",
        "The directive does not name this province.",
    ),
    "state.own": ("có kế hoạch riêng trong kho", "own plan in corpus"),
    "state.late": ("có kế hoạch, ngày sau hạn", "own plan, late"),
    "state.task": ("giao thành nhiệm vụ", "given as a task"),
    "state.cited": ("chỉ viện dẫn", "cited only"),
    "state.nothing": ("không có trong kho", "not in corpus"),
    "state.free": ("không thuộc diện", "not obliged"),
    # one body, one document
    "ego.papers": ("Văn bản giao việc", "Papers that give it work"),
    "ego.issued": ("Do cơ quan này ban hành", "Issued by this body"),
    "ego.tasks": ("Nhiệm vụ", "Tasks"),
    "ego.partners": ("Cơ quan cùng làm", "Bodies it works with"),
    "ego.collectives": ("Nhóm cơ quan", "Collectives"),
    "ego.bodies": ("Cơ quan thực hiện", "Bodies"),
    "ego.this": ("Văn bản này", "This document"),
    "ego.implements": ("Thực hiện", "It implements"),
    "ego.based_on": ("Căn cứ", "It is based on"),
    "ego.cites": ("Viện dẫn", "It cites"),
    "ego.amends": ("Sửa đổi", "It amends"),
    "ego.repeals": ("Thay thế, bãi bỏ", "It repeals"),
    "ego.by.implements": ("Được thực hiện bởi", "Implemented by"),
    "ego.by.based_on": ("Là căn cứ của", "The basis of"),
    "ego.by.cites": ("Được viện dẫn trong", "Cited by"),
    "ego.by.amends": ("Được sửa đổi bởi", "Amended by"),
    "ego.by.repeals": ("Bị thay thế, bãi bỏ bởi", "Repealed by"),
    "ego.refers": ("Nhiệm vụ nhắc đến", "Tasks that refer to it"),
    "ego.how": (
        "Từ trái sang phải: văn bản, nhiệm vụ, cơ quan cùng làm. Dưới cùng: năm kết thúc. Bấm vào ô hoặc đường để xem nguyên văn.",
        "From the left: papers, tasks, partners; below, the years in which tasks end. Click a box or a line for the words.",
    ),
    "ego.how.document": (
        "Từ trái sang phải: văn bản mà nó dựa vào, chính nó và văn bản thực hiện nó, nhiệm vụ, cơ quan. Bấm để xem nguyên văn.",
        "From the left: what it rests on, itself and what answers it, its tasks, their bodies. Click for the words.",
    ),
    # time
    "timeline.how": (
        "Dấu vuông là văn bản, ở ngày ban hành; cột là số nhiệm vụ kết thúc trong năm. Bấm để xem.",
        "A square is a document on its day; a column counts the tasks that end in the year. Click to see them.",
    ),
    "timeline.missing": (
        "Văn bản không in ngày và nhiệm vụ không nêu năm không có trên hình này.",
        "Documents without a printed day and tasks without a year are not on this picture.",
    ),
    # flow
    "flow.central": ("Trung ương", "Central"),
    "flow.party": ("Tỉnh ủy", "Province Party"),
    "flow.province": ("Chính quyền tỉnh", "Province government"),
    "flow.below": ("Cấp dưới, khác", "Below, other"),
    "flow.bodies": ("Ai chủ trì", "Who leads"),
    "flow.others": ("Văn bản khác", "Other papers"),
    "flow.how": (
        "Độ rộng là số nhiệm vụ, đi từ chủ trương qua các tỉnh đến loại cơ quan chủ trì. Bấm vào một dòng để xem nguyên văn.",
        "Width is the number of tasks, from directive through provinces to the kind of body that leads. Click a ribbon for the words.",
    ),
    "flow.twice": (
        "Kế hoạch thực hiện nhiều chủ trương được tính dưới mỗi chủ trương; nhiệm vụ có nhiều loại cơ quan chủ trì được tính ở mỗi loại.",
        "A plan that implements several papers counts under each; a task led by several kinds of bodies counts for each.",
    ),
    "agency.none": ("không nêu ai chủ trì", "no lead named"),
}
"""Message -> (Vietnamese, English)."""


def table(lang: str) -> dict[str, str]:
    """Give all messages in one language.

    >>> table("en")["kind.tie"], table("vi")["kind.tie"]
    ('Work together', 'Cùng thực hiện')
    """
    if lang not in LANGUAGES:
        message = f"the page speaks {' and '.join(LANGUAGES)}, not {lang!r}"
        raise ValueError(message)
    index = LANGUAGES.index(lang)
    return {key: words[index] for key, words in WORDS.items()}
