"""Closed classes of English words that the signs count."""

FUNCTION: frozenset[str] = frozenset(
    """
    a an the this that these those of to in on at by for from with without into onto over under about above below between among
    against during before after since until through across toward towards upon within along around behind beyond near off out up
    down per via and or but nor so yet if because although though while whereas unless than as whether when where who whom whose
    which what why how it its it's he his him she her hers they their theirs them we our ours us i my mine me you your yours is are
    was were be been being am has have had having do does did done will would shall should can could may might must not no don't
    doesn't didn't isn't aren't wasn't weren't won't wouldn't can't couldn't hasn't haven't hadn't there here then also just even
    only still very more most some any all both each every few many much other another such same own too again once ever never
    """.split()  # noqa: SIM905
)

VERBS: frozenset[str] = frozenset(
    """
    is are was were be been being am has have had do does did will would shall should can could may might must isn't aren't wasn't
    weren't won't wouldn't can't couldn't hasn't haven't hadn't don't doesn't didn't said says told asked added came went took made
    gave got found held kept left lost met paid put ran rose fell sent set shot spent stood thought won wrote began became brought
    built bought caught cut drew drove fought felt flew grew heard hit knew led let meant read saw sold sought spoke struck taught
    threw understood woke wore appears remains includes seems wants needs plans makes takes gives shows says tells calls
    """.split()  # noqa: SIM905
)

# Verbs with which a page speaks to its reader.
INVITING: frozenset[str] = frozenset(
    """
    read see watch listen click tap swipe follow share like subscribe sign join get download install learn discover explore browse
    view find try support donate contact email register log login manage skip jump scroll search submit enter send tell leave post
    reply comment comments print save copy buy order shop book start stay check continue add help please sponsored advertisement
    """.split()  # noqa: SIM905
)

# What pages offer their readers.
OFFERED: frozenset[str] = frozenset(
    """
    newsletter newsletters subscribe subscribing subscriber subscribers subscription subscriptions alert alerts inbox app apps free
    trial membership insights exclusive delivered unlimited access offers deals journalism donate donation podcast podcasts
    notifications premium account email e-mail updates breaking personalized personalised tips sign signing ad-free edition digest
    """.split()  # noqa: SIM905
)

READER: frozenset[str] = frozenset(
    """
    you your yours you're you'll you've we our ours us we're we'll we've i my me
    """.split()  # noqa: SIM905
)

SAID: frozenset[str] = frozenset(
    """
    said says say told tells saying asked added stated announced warned argued insisted claimed explained noted wrote acknowledged
    confirmed denied urged reported according testified declared replied
    """.split()  # noqa: SIM905
)

# What a line about a text's writer cannot do without.
WRITER: frozenset[str] = frozenset(
    """
    reporter reporters correspondent correspondents editor editors writer writers journalist journalists columnist columnists
    producer producers contributor contributors contributing bureau photographer photographers blogger bloggers intern interns
    freelancer freelancers covers writes reports follow reach contact email e find tweet write
    """.split()  # noqa: SIM905
)

# What a note that a machine wrote a text cannot do without.
MACHINES: frozenset[str] = frozenset(
    """
    ai artificial gpt chatgpt llm language machine machines automated automatic automatically automation algorithm bot technology
    """.split()  # noqa: SIM905
)

PERSONS: frozenset[str] = frozenset(
    ["he", "she", "they", "him", "her", "them", "his", "their", "he's", "she's", "they're", "it", "its"]
)

# The trade's words under a picture.
PHOTO: frozenset[str] = frozenset(
    """
    photo photos photograph photography photographer picture pictured image images getty shutterstock reuters afp epa alamy istock
    wireimage unsplash pixabay flickr handout pool courtesy screengrab screenshot illustration credit file anadolu wikimedia
    zuma upi bloomberg ap imago newscom adobe graphic
    """.split()  # noqa: SIM905
)
CAMERA: frozenset[str] = frozenset(
    """
    speaks attends arrives walks poses gestures looks waves listens addresses stands sits holds seen pictured shown left right
    center centre front smiles delivers watches shakes meets meet walk walk stand pose wave speak hold during
    """.split()  # noqa: SIM905
)
MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
)
