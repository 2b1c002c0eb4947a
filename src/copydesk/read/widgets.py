"""The table of well-known page widgets: whole lines that stand on thousands of sites, by the reason they are taken out for.

It only helps the general signs along; `ReadConfig.widgets` empties it, and the figures are published for both.
"""

import re

WIDGETS: dict[str, str] = {
    "navigation": (
        r"skip (?:to|navigation).{0,40}|jump to.{0,20}|press .{1,12} to skip.*|menu|close|search|home|back to (?:top|home).*|"
        r"scroll to.{0,20}|log ?in|sign ?in|sign ?out|register|show (?:more|less|caption|all)|view all|see (?:all|more)|"
        r"load more|expand.{0,30}|toggle .{0,30}|main menu|about(?: us)?|contact(?: us)?|careers|site ?map|exit mobile version|"
        r"next|previous|prev|loading\W*|\d+ min(?:ute)?s? read"
    ),
    "share widget": (
        r"share\W*|share (?:this|on|via|by|with)\b.{0,30}|shares?|tweet|pin(?: it)?|print|e-?mail|copy(?: link)?|link copied\W*|"
        r"save(?: this \w+)?|bookmark|(?:facebook|twitter|x|whatsapp|linkedin|reddit|telegram|pinterest|instagram|"
        r"youtube|flipboard|tiktok|"
        r"messenger|rss|bluesky|threads|mastodon|gettr|gab|pocket)(?: icon)?(?: sharing)?(?: button)?|icon sharing|"
        r"follow (?:us|me)\b.{0,40}|like us on.{0,30}|thanks for sharing\W*|click to share.{0,60}|gift(?: this)? article|"
        r"listen(?: to .{0,20})?"
    ),
    "comment form": (
        r"(?:leave|post|write|add) (?:a |your )?(?:reply|comment).{0,30}|be (?:the )?first to comment\W*|"
        r"(?:\d+ |no |view |show |load )?comments?(?: \(?\d+\)?)?|your e-?mail address will not be published.*|"
        r"required fields are marked.*|reply|join the (?:conversation|discussion).{0,30}|comments are closed\W*|"
        r"what do you think\?.{0,120}|have your say\b.{0,80}|"
        r"you must be logged in.*|(?:sign|log) in to (?:comment|post|reply)\b.{0,120}"
    ),
    "more stories": (
        r"more (?:from|in|on|about|(?:\w+ ){0,2}(?:news|stories|headlines|coverage))\b.{0,60}|"
        r"related (?:posts?|stories|articles?|news|content|"
        r"topics|coverage)\W*|recommended(?: \w+){0,3}|you (?:may|might) (?:also )?(?:like|enjoy|be interested).{0,40}|"
        r"most (?:read|popular|viewed|commented|shared|recent)\b.{0,30}|trending(?: \w+){0,3}|popular(?: \w+){0,2}|"
        r"(?:popular|trending|recommended|featured) (?:on|in|at|from) .{2,40}|"
        r"latest(?: (?:news|stories|videos|posts|articles|headlines))?|top (?:stories|news|picks)|editor'?s'? picks?|"
        r"in case you missed it\W*|what to read next|keep reading|recent posts|explore more.{0,40}|stories for you|featured|"
        r"around the web|from the web|promoted.{0,30}|sponsored(?: content| stories)?|also in this .{0,30}|in other news\W*|"
        r"elsewhere on .{0,30}"
    ),
    "teaser": (
        r"(?:read|up|watch|see|next)[ -](?:next|more|also|now|on)\b.{0,160}|also read\b.{0,160}|related(?:\W.{0,120})?|"
        r"don['’]?t miss\W*.{0,60}|don['’]?t miss: .{0,160}|- youtube"
    ),
    "newsletter": (
        r"sign up\b.{0,120}|subscribe\b.{0,120}|get (?:the|our|more|this|it)\b.{0,80}(?:newsletter|inbox|app|alerts|email).{0,60}|"
        r"newsletters?|.{0,160}in this (?:weekly|daily|monthly|free) newsletter\W*|"
        r".{0,80}your inbox\b.{0,60}|enter your e-?mail.{0,40}|please enter a valid.{0,40}|"
        r"e-?mail address\W*|download (?:our|the) .{0,30}app.{0,30}|unsubscribe\b.{0,60}|"
        r"thank you for (?:subscribing|signing up|registering).{0,40}"
    ),
    "tags": r"(?:tags?|topics?|filed under|keywords?|categor(?:y|ies)|posted in)\s?:.{0,200}",
    "tip line": (
        r"(?:do you (?:know|have)|got an?|have (?:an? |you )|know more|send (?:us|your)|contact our)\b.{0,80}\b(?:tips?|"
        r"stor(?:y|ies)|newsroom|reporters?|journalists?|in confidence|confidentially)\b.{0,100}|"
        r"[^\"“”]{0,160}to hear from you\b[^\"“”]{0,120}"
    ),
    "podcast": (
        r".{0,300}wherever you (?:get|listen to|find) (?:your )?podcasts\b.{0,40}|(?:podcast|video|watch|listen)\s?: .{3,120}|"
        r"\[(?:video|photos?|"
        r"audio|watch|listen)\].{0,120}"
    ),
    "time stamp": (
        r"(?:(?:posted|updated|published|added)(?: at)? )?\d{1,2}[:.h]\d\d ?(?:[ap]\.?m\.?)?(?: \(?[a-z]{2,4}\)?)?|"
        r"(?:(?:posted|updated|published) )?\d{1,2} ?(?:h|hrs?|hours?|m|mins?|minutes?|days?|weeks?) ago"
    ),
    "legal": (
        r"(?:copyright|\(c\)|©).{0,300}|.{0,200}all rights reserved\b.{0,300}|"
        r"terms(?: (?:of|and|&) (?:use|service|conditions))?.{0,40}|privacy(?: (?:policy|notice|settings))?.{0,40}|"
        r"cookies?(?: (?:policy|settings|preferences|notice))?|(?:we use|this (?:web)?site uses) cookies\b.{0,300}|"
        r"accessibility(?: \w+){0,2}|do not sell.{0,60}|.{0,60}may not be (?:published|reproduced|republished)\b.{0,200}|"
        r"(?:published|appears|appeared) in the (?:print edition|.{3,60} (?:issue|edition))\b.{0,160}|reprints?(?: (?:&|"
        r"and) permissions)?|licensing.{0,30}|ad ?choices|advertis(?:e|ing)(?: with us)?|"
        r".{0,60}does not provide (?:investment|financial|medical|legal) advice\b.{0,100}"
    ),
    "advertisement": (
        r"advertisements?|ad|ads|ad policy|story continues below.{0,40}|article continues (?:below|after).{0,40}|paid content"
    ),
    "picture control": (
        r"(?:view|open|enlarge) (?:image|photo|gallery)\b.{0,30}|hide caption|toggle caption|image \d+ of \d+|\d+ ?/ ?\d+|"
        r"watch now|video\W*"
    ),
}
_PATTERN = re.compile("|".join(f"(?P<{reason.replace(' ', '_')}>(?:{pattern})\\Z)" for reason, pattern in WIDGETS.items()))
_LONGEST = 400


def widget(line: str) -> str | None:
    """Return the reason for which a line is in the table, or None."""
    # In lower case, because alternatives that begin with a letter are told apart much faster where case counts.
    match = _PATTERN.match(line.lower()) if len(line) <= _LONGEST else None
    return match.lastgroup.replace("_", " ") if match and match.lastgroup else None
