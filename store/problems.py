"""What can go wrong with a store, each told to the person at the desk with the next step."""

from __future__ import annotations

from pathlib import Path

from rules.problems import UserFacingError


class StoreProblem(UserFacingError):
    """Any problem with a store that a person can act on."""


class WrongPassphrase(StoreProblem):
    """The passphrase does not open this store; the file itself has not been touched."""

    def __init__(self) -> None:
        super().__init__(
            "That passphrase does not open this store. Nothing has been changed. Check Caps Lock "
            "and the keyboard layout and try again, or open the store with its recovery key."
        )


class EmptyPassphrase(StoreProblem):
    """A store cannot be protected by an empty passphrase."""

    def __init__(self) -> None:
        super().__init__(
            "A store needs a passphrase. Nothing has been made or changed. Choose one, for "
            "instance three or four words that do not belong together."
        )


class MistypedRecoveryKey(StoreProblem):
    """The recovery key holds a typing slip; ``group`` counts from one, None: wrong length."""

    def __init__(self, message: str, group: int | None = None) -> None:
        self.group = group
        super().__init__(f"{message} Nothing has been changed. Compare it with the printed key.")


class WrongRecoveryKey(StoreProblem):
    """A well-formed recovery key that belongs to another store, or was replaced."""

    def __init__(self) -> None:
        super().__init__(
            "That recovery key is typed correctly but does not open this store. Nothing has been "
            "changed. It belongs to another store, or a newer key has replaced it."
        )


class DamagedStore(StoreProblem):
    """The file, or the keys beside it, is damaged. ``detail`` is for the log and the helper."""

    def __init__(self, path: Path | str, detail: str) -> None:
        self.detail = detail
        super().__init__(
            f"The store {path} is damaged: {detail}. The passphrase is not the cause. The file "
            "has been left as it is. Keep a copy of it, and restore the last verified backup to "
            "a new place."
        )


class DamagedKeys(DamagedStore):
    """The keys beside the store cannot be read."""

    def __init__(self, path: Path) -> None:
        StoreProblem.__init__(
            self,
            f"The keys in {path} cannot be read, so the store cannot be opened. The store itself "
            "has not been touched. Put back the keys file of the same name from any backup made "
            "since the passphrase was last changed.",
        )
        self.detail = "the keys file cannot be read"


class StoreInUse(StoreProblem):
    """Another run of the program has this store open. ``who`` and ``since`` say which."""

    def __init__(self, who: str, since: str) -> None:
        self.who, self.since = who, since
        super().__init__(
            f"This store is in use by {who} since {since}. Nothing has been changed. Close it "
            "there and open it again here."
        )


class NewerStore(StoreProblem):
    """The store was written by a newer version of the program."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"The store {path} was last used with a newer version of Milepost, which keeps things "
            "that this version would lose. Nothing has been changed. Install the newer version."
        )


class NotAStore(StoreProblem):
    """There is no store at that place, or the file there is something else."""


class MissingKeys(NotAStore):
    """The store is there but the keys file that belongs beside it is not."""

    def __init__(self, path: Path, keys: Path) -> None:
        super().__init__(
            f"The keys file {keys.name} is not beside {path}, and without it the store cannot be "
            "opened. Nothing has been changed. Copy it from where the store came from, or from a "
            "backup: the two files belong together."
        )


class AlreadyThere(StoreProblem):
    """Something already stands where a new file was to be made."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"There is already something at {path}. It has been left as it is. Choose another name."
        )


class CouldNotSave(StoreProblem):
    """The disk refused. ``detail`` is the system's own word."""

    def __init__(self, why: str, detail: str) -> None:
        self.detail = detail
        super().__init__(
            f"This could not be saved: {why}. What was saved before is safe, and this change was "
            f"not made in part. Put that right and try again. ({detail})"
        )


class StoreClosed(StoreProblem):
    """Something asked for a store that has been closed."""

    def __init__(self) -> None:
        super().__init__(
            "This store has been closed. Everything acknowledged was saved. Open it again to go on."
        )


class NotThere(StoreProblem):
    """A record was asked for that the store does not hold."""

    def __init__(self, kind: str, about: str) -> None:
        super().__init__(
            f"The store holds no {kind} {about}. Nothing has been changed. Go back to the list "
            "and choose it again."
        )


class AlreadyHeld(StoreProblem):
    """A record with the same id, reference or other unique mark is in the store already."""

    def __init__(self, mark: str) -> None:
        self.mark = mark
        super().__init__(
            f"The store already holds a record with the same {mark.rpartition('.')[2]} "
            f"({mark}). Nothing has been changed. Look for that record, or give the new one "
            "another."
        )


class AlreadyDecided(StoreProblem):
    """A case has a decision, so a further one must supersede the current one."""

    def __init__(self) -> None:
        super().__init__(
            "This case has been decided since you opened it. Your decision was not recorded and "
            "the one that stands is unchanged. Open the case again; a new decision must say that "
            "it supersedes the current one."
        )


class NotAllowedNow(StoreProblem):
    """The stage of a case rules the step out."""
