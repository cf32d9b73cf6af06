#!/usr/bin/env bash
# older_processors.sh COMMAND...: run a command as processors before this one would compute it, once with
# AVX2 and once without any of the instructions that NumPy, OpenBLAS and LLVM choose while they run.
# What does not exist on this kind of processor is left out, and said. PYTHON names the Python whose
# NumPy is asked; the default is the one in .venv.
set -euo pipefail

python=${PYTHON:-.venv/bin/python}

numpy_cpu() { "$python" -c "from numpy._core._multiarray_umath import __cpu_$1__ as told; print($2)"; }

under() {
  printf '\n--- %s\n' "$1"
  shift
  env "$@"
}

on_intel=false
case "$(uname -m)" in x86_64 | amd64 | AMD64) on_intel=true ;; esac

if $on_intel && [ "$(numpy_cpu features 'told["AVX2"] and told["FMA3"]')" = True ]; then
  settings=(OPENBLAS_CORETYPE=Haswell NUMBA_CPU_NAME=haswell)
  under "With AVX2: ${settings[*]}" "${settings[@]}" "$@"
else
  printf '\n--- With AVX2: left out, this processor has none\n'
fi

# The names of these instructions differ between versions of NumPy, which refuses those it does not know.
settings=(NUMBA_CPU_NAME=generic)
instructions=$(numpy_cpu dispatch '*told')
[ -z "$instructions" ] || settings+=("NPY_DISABLE_CPU_FEATURES=$instructions")
if $on_intel; then settings+=(OPENBLAS_CORETYPE=Prescott); fi
under "Without: ${settings[*]}" "${settings[@]}" "$@"
