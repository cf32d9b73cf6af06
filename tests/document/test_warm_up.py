from convviz.document.warm_up import warm_up


def test_the_thread_ends_by_itself_and_has_loaded_the_arithmetic(fresh_python):
    code = "from convviz.document.warm_up import warm_up; warm_up().join(); "
    code += "import sys; print('scipy.signal' in sys.modules)"
    assert fresh_python(code).strip() == "True"


def test_nothing_is_left_running():
    thread = warm_up()
    thread.join(30)
    assert not thread.is_alive()


def test_the_program_ends_after_it(fresh_python):
    """Not amid an import: cut off inside compiled code, a thread takes the whole program down."""
    code = (
        "import threading\n"
        "from convviz.document import warm_up\n"
        "def until_the_program_ends(*_):\n"
        "    threading.main_thread().join()\n"
        "    print('computed')\n"
        "warm_up.pipeline.run = until_the_program_ends\n"
        "warm_up.warm_up()\n"
        "print('the program ends')\n"
    )
    assert fresh_python(code).splitlines() == ["the program ends", "computed", "computed"]
