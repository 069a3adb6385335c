#!/usr/bin/env bash
# Gradescope's run_autograder: put it, with a setup.sh that installs Node 24 and copies the course to /autograder/petset, at the root of
# the zip that you upload.
set -euo pipefail
cd /autograder
node petset/grader/cli/petset.mjs grade submission --format gradescope --out graded --progress none
cp graded/gradescope/submission/results.json results/results.json
