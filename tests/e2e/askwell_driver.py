# SPDX-FileCopyrightText: The Askwell authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives a running Askwell as a person with a screen reader and a keyboard would.

Nodes are what the accessibility bus calls accessibles. They are found by role and name, never by place; keys go through
the display server to whatever has the focus. Nothing sleeps: `wait_for` asks again whenever the bus reports something,
and every 50 ms, for what it does not report, until a deadline.
"""
import os
import re
import subprocess
import tempfile
import time
from pathlib import Path

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = float(os.environ.get("ASKWELL_E2E_PATIENCE", "30"))  # seconds a condition may take
LEAVES = ("label", "text", "heading", "image", "separator", "check box", "scroll bar", "level bar")
EVENTS = ("object:children-changed", "object:property-change", "object:state-changed", "object:text-changed", "window")


class NotSeen(AssertionError):
    """What was waited for did not come."""


def spoken_name(node):
    """The name of a node. GTK 4.8 speaks a button with a mnemonic twice (“_Use Use”), which is put right here."""
    name = node.get_name() or ""
    twice = re.fullmatch(r"(.+) (.+)", name) if "_" in name else None
    for cut in range(1, len(name)) if twice else ():
        if name[cut] == " " and name[:cut].replace("_", "", 1) == name[cut + 1:]:
            return name[cut + 1:]
    return name


def text_of(node):
    """What is written in a text field."""
    return Atspi.Text.get_text(node, 0, -1)


def is_selected(node):
    return has_state(node, Atspi.StateType.SELECTED)


def has_state(node, state):
    return node.get_state_set().contains(state)


class Profile:
    """The folders of a person who has never run Askwell; gone at the end."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="askwell-e2e-")
        self.home = Path(self.folder.name)
        self.database = self.home / "data/askwell/askwell.db"
        self.environment = dict(
            os.environ, HOME=str(self.home), LC_ALL="C.UTF-8",
            XDG_DATA_HOME=str(self.home / "data"), XDG_CONFIG_HOME=str(self.home / "config"), XDG_CACHE_HOME=str(self.home / "cache"),
            GTK_A11Y="atspi", GDK_BACKEND="x11", GSK_RENDERER="cairo", GSETTINGS_BACKEND="keyfile")
        self.environment.pop("NO_AT_BRIDGE", None)

    def remove(self):
        self.folder.cleanup()


class Askwell:
    """The program, from its start to its end."""

    def __init__(self, program, profile):
        self.program, self.profile = program, profile
        self.process = self.root = None
        self.loop = GLib.MainContext.default()
        self.listener = Atspi.EventListener.new(lambda event: None)
        for event in EVENTS:
            self.listener.register(event)
        # A cache would show what was, wherever the toolkit forgets to tell.
        Atspi.get_desktop(0).set_cache_mask(Atspi.Cache.NONE)

    # Waiting

    def wait_for(self, what, condition):
        """Waits until condition() is true, and returns it; `what` is said when it does not come."""
        end = time.monotonic() + PATIENCE
        ticks = GLib.timeout_add(50, lambda: GLib.SOURCE_CONTINUE)
        try:
            while True:
                try:
                    found = condition()
                except GLib.Error:  # a node that has just gone
                    found = None
                if found:
                    return found
                if self.process and self.process.poll() is not None and self.root:
                    raise NotSeen(f"the program ended ({self.process.returncode}) before {what}")
                if time.monotonic() > end:
                    raise NotSeen(f"{what}: not within {PATIENCE:.0f} s")
                self.loop.iteration(True)
        finally:
            GLib.source_remove(ticks)

    # Start and end

    def start(self, *words):
        """Starts the program and gives its window the keyboard."""
        self.root = None
        self.process = subprocess.Popen([self.program, *words], env=self.profile.environment)
        self.root = self.wait_for("the program is on the accessibility bus", self._find_program)
        self.focus_window(self.find("frame").get_name())

    def _find_program(self):
        if self.process.poll() is not None:
            raise NotSeen(f"the program ended at once ({self.process.returncode})")
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            program = desktop.get_child_at_index(i)
            if program and program.get_process_id() == self.process.pid and program.get_child_count() > 0:
                return program
        return None

    def focus_window(self, title):
        """There is no window manager on a hidden display: this does what it would when a window comes up."""
        search = ["xdotool", "search", "--onlyvisible", "--name", f"^{re.escape(title)}$"]

        def appear():
            return subprocess.run(search, capture_output=True, text=True, check=False).stdout.split()

        window = self.wait_for(f"a window “{title}”", appear)[-1]
        subprocess.run(["xdotool", "windowfocus", "--sync", window], check=True)

    def close(self):
        """Ctrl+Q; returns the exit status."""
        self.press_keys("ctrl+q")
        try:
            return self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired as late:
            raise NotSeen(f"the program did not end within {PATIENCE:.0f} s of Ctrl+Q") from late
        finally:
            self.root = None

    def kill(self):
        """The end of a test that failed."""
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.wait()

    # Finding

    def walk(self, node=None):
        """All nodes below one, with their roles. Each question costs a way over the bus, so leaves are not asked for children."""
        node = node or self.root
        try:
            for i in range(node.get_child_count()):
                child = node.get_child_at_index(i)
                if child:
                    role = child.get_role_name()
                    yield child, role
                    if role not in LEAVES:
                        yield from self.walk(child)
        except GLib.Error:  # gone since
            pass

    def list(self, role, name=None, within=None):
        """All nodes of a role; `name` is a text, or a pattern made by re.compile()."""
        return list(self._search(role, name, within))

    def _search(self, role, name=None, within=None):
        for node, its_role in self.walk(within):
            if its_role == role and (name is None or (
                    name.search(spoken_name(node)) if isinstance(name, re.Pattern) else spoken_name(node) == name)):
                yield node

    def find(self, role, name=None, within=None, wait=True):
        """The first node of a role and name, waited for; with wait=False None when it is not there now."""
        def look():
            return next(self._search(role, name, within), None)

        if not wait:
            return look()
        return self.wait_for(f"a {role} “{getattr(name, 'pattern', name) or ''}”", look)

    # Doing

    def press(self, node):
        """Presses a button, as a screen reader does."""
        self.wait_for(f"“{spoken_name(node)}” can be pressed", lambda: has_state(node, Atspi.StateType.SENSITIVE))
        if not Atspi.Action.do_action(node, 0):
            raise NotSeen(f"“{spoken_name(node)}” was pressed, but does nothing")

    def wait_focus(self, role, name):
        return self.wait_for(f"{role} “{name}” has the keyboard", lambda: next(
            (node for node in self._search(role, name) if has_state(node, Atspi.StateType.FOCUSED)), None))

    def focused(self):
        """The node that has the keyboard."""
        return next((node for node, role in self.walk() if has_state(node, Atspi.StateType.FOCUSED)), None)

    def tab_to(self, role, name):
        """Moves the keyboard to a node by Tab. Every stop on the way must be one the bus knows."""
        passed = []
        node = self.wait_for("something has the keyboard", self.focused)
        while (node.get_role_name(), spoken_name(node)) != (role, name):
            before = node
            passed.append(spoken_name(node))
            if len(passed) > 100:
                raise NotSeen(f"Tab does not come to the {role} “{name}”, only to {passed}")
            self.press_keys("Tab")

            def moved():
                now = self.focused()
                return now if now is not None and now != before else None

            node = self.wait_for(f"Tab leaves “{passed[-1]}”", moved)
        return node

    @staticmethod
    def press_keys(*keys):
        """Keys by their X names, as “ctrl+n”."""
        subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], check=True)

    @staticmethod
    def type(text):
        """Types, key after key, into what has the keyboard."""
        subprocess.run(["xdotool", "type", "--delay", "8", "--", text], check=True)
