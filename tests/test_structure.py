"""What of the table of `structure.py` no change may make worse."""

import ast
import importlib.util
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent

LARGEST_FOLDER = 13
MOST_LINES = 75_000
MOST_FILES = 480
MOST_PAGE_HOLDERS = 0
CIRCLES_OF_TODAY = 0


def loaded(name):
    spec = importlib.util.spec_from_file_location(name, HERE / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # data classes look their module up
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def structure():
    yield loaded("structure")
    del sys.modules["structure"]


@pytest.fixture(scope="module")
def events():
    yield loaded("structure_events")
    del sys.modules["structure_events"]


@pytest.mark.parametrize("folder", ["convviz", "tests"])
def test_a_folder_holds_a_handful_of_files(structure, folder):
    count, where = structure.largest_folder(structure.CHECKOUT / folder)
    assert count <= LARGEST_FOLDER, f"{where} has {count} files: time for a room of its own"


def test_no_circle_of_imports(structure):
    assert len(structure.circles()) <= CIRCLES_OF_TODAY, structure.circles()


def test_every_room_says_what_it_is_for(structure):
    rooms = {path.parent for path in structure.sources()}
    silent = [room for room in rooms if not ast.get_docstring(ast.parse(_init(room)))]
    assert not silent


def test_helpers_do_not_hold_their_page(structure):
    assert len(structure.page_holders()) <= MOST_PAGE_HOLDERS, structure.page_holders()


def test_the_program_does_not_grow_unnoticed(structure):
    files = structure.sources()
    assert len(files) <= MOST_FILES
    assert sum(map(structure.lines, files)) <= MOST_LINES


def test_a_circle_under_type_checking_is_found(structure, tmp_path, monkeypatch):
    package = tmp_path / "convviz"
    (package / "rooms").mkdir(parents=True)
    for name, text in {
        "__init__": "",
        "rooms/__init__": "",
        "rooms/one": "from convviz.rooms.two import x\n",
        "rooms/two": "if TYPE_CHECKING:\n    from convviz.rooms import one\n",
        "rooms/three": "def f():\n    from convviz.rooms import two\n",
    }.items():
        (package / f"{name}.py").write_text(text)
    monkeypatch.setattr(structure, "PACKAGE", package)
    assert structure.circles() == [["convviz.rooms.one", "convviz.rooms.two"]]


@pytest.mark.parametrize(
    "body",
    [
        "def __init__(self, page): self._page = page",
        "def __init__(self, of: LabPage): self.of = of",
        "def __init__(self, of: 'LabPage | None', x): self.of, self.x = of, x",
        "owner: LabPage",
    ],
)
def test_a_helper_that_holds_a_page_is_found(structure, tmp_path, monkeypatch, body):
    pages = tmp_path / "convviz" / "pages"
    pages.mkdir(parents=True)
    free = "class Free:\n    def show(self, page: LabPage): self.title = page.title\n"
    (pages / "a.py").write_text(
        f"class Helper:\n    {body}\n{free}class LabPage:\n    def f(self): self.page = 1\n"
    )
    monkeypatch.setattr(structure, "PACKAGE", tmp_path / "convviz")
    monkeypatch.setattr(structure, "CHECKOUT", tmp_path)
    assert [one.partition(": ")[2] for one in structure.page_holders()] == ["Helper"]


def test_calls_are_counted_with_their_files_and_changes_of_layer(events):
    from convviz.core.kernels.kernel_library import library
    from convviz.network.files.bundled import bundled

    network = bundled("convnet")
    library("box")
    with events.Count().counting() as count:
        library("box")
        network.index("dense")
        library("box")
    assert count.calls >= 3
    assert count.changes == 2
    assert {Path(name).name for name in count.files} == {"kernel_library.py", "network.py"}


def test_an_event_costs_no_more_than_it_has_to(events, fresh_python):
    code = f"import sys; sys.path[:0] = [{str(HERE.parent)!r}, {str(HERE)!r}]; import structure_events"
    found = ast.literal_eval(fresh_python(f"{code}; print(structure_events.costs())"))
    assert found.keys() == events.LIMITS.keys()
    for title, (calls, files) in events.LIMITS.items():
        assert found[title][0] <= calls, found
        assert found[title][1] <= files, found


def _init(room):
    return (room / "__init__.py").read_text(encoding="utf-8") if (room / "__init__.py").is_file() else ""
