from convviz.document.warm_up import warm_up


def test_the_thread_ends_by_itself_and_has_loaded_the_arithmetic(fresh_python):
    code = "from convviz.document.warm_up import warm_up; warm_up().join(); "
    code += "import sys; print('scipy.signal' in sys.modules)"
    assert fresh_python(code).strip() == "True"


def test_nothing_is_left_running():
    thread = warm_up()
    thread.join(30)
    assert not thread.is_alive()
