#!/usr/bin/python3
# SPDX-FileCopyrightText: The Askwell authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job from end to end: plan a first call, come back to it, print it. usage: first_light.py ASKWELL ASKWELLCTL"""
import json
import re
import subprocess
import sys

from askwell_driver import Askwell, NotSeen, Profile, is_selected, spoken_name, text_of

ACCOUNT = "Northwind Pumps"
TITLE = "Renewal visit"
OBJECTIVE = "I want to figure out how to get them to make a decision on this proposal."
LEARNING = "what is getting in the way of their"  # the part of the learning form that does not hang on the rest of it
OWN_QUESTION = "Who else has a say in this?"
WRITTEN_FIELD, LEARNING_FIELD = "Objective, as written", "Learning form of the objective"

profile = Profile()
askwell = Askwell(sys.argv[1], profile)
seen = {}  # what one step saw and a later one expects


def check(condition, otherwise):
    if not condition:
        raise NotSeen(otherwise)


def words(text):
    """Text as it reads, wherever its lines were broken."""
    return re.sub(r"\s+", " ", text)


def run(*command):
    done = subprocess.run(command, env=profile.environment, capture_output=True, text=True, check=False)
    check(done.returncode == 0 and not done.stderr, f"{command[:2]} ended with {done.returncode}: {done.stderr}")
    return done.stdout


def field(name, text):
    """The text field of that name that holds `text`, waited for."""
    return askwell.wait_for(f"“{name}” holds “{text}”", lambda: next(
        (node for node in askwell.list("text", name) if text in text_of(node)), None))


def questions():
    """The texts in the list of questions to ask."""
    rows = askwell.find("list", "Questions to ask", wait=False)
    return [text_of(node) for node in askwell.list("text", within=rows)] if rows else []


def start():
    askwell.start()
    check(not (profile.home / "data/askwell/backups").exists(), "a new profile has backups")


def add_account():
    askwell.press(askwell.find("push button", "New Account"))
    askwell.wait_focus("text", "Name of the account")
    askwell.type(ACCOUNT)
    askwell.press_keys("Return")
    askwell.find("frame", f"{ACCOUNT} – Askwell")
    askwell.find("label", ACCOUNT, within=askwell.find("list", "Accounts and plans"))


def add_plan():
    askwell.press_keys("ctrl+n")
    askwell.wait_focus("text", "Title")
    askwell.type(TITLE)
    askwell.find("frame", f"{TITLE} – Askwell")
    askwell.find("label", TITLE, within=askwell.find("list", "Accounts and plans"))


def type_objective():
    askwell.press_keys("Return")  # from the title to the first objective
    askwell.wait_focus("text", "Add an objective")
    askwell.type(OBJECTIVE)
    field(WRITTEN_FIELD, OBJECTIVE)
    check(len(askwell.list("text", WRITTEN_FIELD)) == 1, "one objective became several")


def see_finding():
    """The number, the list of findings, and the words a screen reader says where the cursor is."""
    askwell.find("label", re.compile(r"^\d+ marked$"))
    askwell.press_keys("ctrl+Home")
    description = askwell.wait_for("the objective tells what is marked in it",
                                   lambda: askwell.find("text", WRITTEN_FIELD).get_description())
    check(re.match(r"[^:]+: .+[.?]$", description), f"“{description}” is not a kind and a reason")
    askwell.press_keys("ctrl+End")


def apply_learning_form():
    offer = spoken_name(askwell.find("label", re.compile(re.escape(LEARNING))))
    check("decision" in offer and "this proposal" in offer, f"“{offer}” forgot what the objective is about")
    askwell.press(askwell.find("push button", "Use"))
    field(LEARNING_FIELD, offer)
    field(WRITTEN_FIELD, OBJECTIVE)
    seen["learning"] = offer


def add_suggested_question():
    suggested = askwell.find("list", "Suggested questions")
    button = askwell.find("push button", re.compile("^Add to the plan: "), within=suggested)
    seen["question"] = spoken_name(button).removeprefix("Add to the plan: ")
    askwell.press(button)
    askwell.wait_for("the question is in the plan", lambda: questions() == [seen["question"]])


def write_question():
    askwell.tab_to("text", "Add a question")
    askwell.type(OWN_QUESTION)
    askwell.wait_for("both questions are in the plan", lambda: questions() == [seen["question"], OWN_QUESTION])


def quit_at_once():
    status = askwell.close()
    check(status == 0, f"the program ended with {status}")
    mode = profile.database.stat().st_mode & 0o777
    check(mode == 0o600, f"the library has mode {mode:o}")


def find_it_again():
    askwell.start()
    askwell.find("frame", f"{TITLE} – Askwell")
    tree = askwell.find("list", "Accounts and plans")
    askwell.find("label", ACCOUNT, within=tree)
    field("Title", TITLE)
    field(WRITTEN_FIELD, OBJECTIVE)
    field(LEARNING_FIELD, seen["learning"])
    askwell.wait_for("both questions are in the plan", lambda: questions() == [seen["question"], OWN_QUESTION])


def search():
    askwell.press_keys("ctrl+f")
    askwell.wait_focus("entry", "Search everything")
    askwell.type("getting in the w")
    askwell.find("label", TITLE, within=askwell.find("list", "Search results"))
    askwell.press_keys("Escape")


def review():
    askwell.press_keys("alt+2")
    askwell.wait_for("the review is shown", lambda: any(is_selected(tab) for tab in askwell.list("page tab", "Review")))
    pairs = askwell.find("list", "Objectives before and after")
    said = askwell.wait_for("the review shows the objective", lambda: [spoken_name(node) for node in askwell.list("label", within=pairs)])
    for text in OBJECTIVE, seen["learning"]:
        check(any(text in words(label) for label in said), f"the review does not show “{text}”: {said}")
    askwell.press_keys("alt+1")


def read_pdf(path):
    text = words(run("pdftotext", "-layout", str(path), "-"))
    for expected in TITLE, ACCOUNT, OWN_QUESTION, seen["question"], seen["learning"]:
        check(expected in text, f"the PDF does not say “{expected}”: {text}")


def save_pdf():
    path = profile.home / "window.pdf"
    askwell.press_keys("ctrl+shift+p")
    askwell.find("push button", "Save")
    askwell.focus_window("Save as PDF")
    askwell.wait_focus("text", "Name:")
    askwell.press_keys("ctrl+a")
    askwell.type(str(path))
    askwell.press_keys("Return")
    askwell.wait_for("the PDF is written", lambda: path.exists() and path.read_bytes().rstrip().endswith(b"%%EOF"))
    read_pdf(path)
    askwell.focus_window(f"{TITLE} – Askwell")


def print_plan():
    path = profile.home / "command-line.pdf"
    accounts = json.loads(run(sys.argv[2], "list", "--format=json"))
    plans = {plan["title"]: plan["id"] for account in accounts for plan in account["plans"]}
    run(sys.argv[2], "print", f"--output={path}", plans[TITLE])
    read_pdf(path)


STEPS = (
    ("the program starts in a new profile", start),
    ("an account is added", add_account),
    ("a plan is added", add_plan),
    ("an objective is typed", type_objective),
    ("what is seller-centred in it is told", see_finding),
    ("the learning form is applied, the words as written kept", apply_learning_form),
    ("a suggested question is added", add_suggested_question),
    ("a question of one's own is written", write_question),
    ("the program ends at Ctrl+Q, at once", quit_at_once),
    ("it is all there at the next start", find_it_again),
    ("the objective is found by its words", search),
    ("the review shows it before and after", review),
    ("the plan is saved as PDF from the window", save_pdf),
    ("the program ends again", quit_at_once),
    ("the plan is printed by the command line", print_plan),
)

print(f"1..{len(STEPS)}", flush=True)
try:
    for number, (name, step) in enumerate(STEPS, 1):
        step()
        print(f"ok {number} - {name}", flush=True)
except Exception as failure:  # whatever went wrong, the steps after it make no sense
    print(f"not ok {number} - {name}")
    print(f"Bail out! {words(str(failure)) or type(failure).__name__}", flush=True)
    if isinstance(failure, NotSeen):
        sys.exit(1)
    raise
finally:
    askwell.kill()
    profile.remove()
