"""The words of page furniture: what stands on a page around an article, by the label it gets.

Rule: data only. Each pattern is matched against one whole line, without case, and reads in linear time (no nested
quantifiers). Patterns name furniture that many sites share, never one site's.
"""

from __future__ import annotations

_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_SHORT_MONTHS = "jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
MONTH = rf"(?:{_MONTHS}|{_SHORT_MONTHS})\.?"
WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)\.?"
NETWORKS = (
    r"facebook|twitter|x|whatsapp|telegram|reddit|linkedin|pinterest|tumblr|e-?mail|instagram|vkontakte|vk|"
    r"messenger|copy link|print|rss|youtube|tiktok|bluesky|mastodon|flipboard|pocket|viber|skype|digg|gab"
)

BOILERPLATE: dict[str, tuple[str, ...]] = {
    "meter": (
        r"[\d.,]{1,15} ?[$€£₽¥%]",
        r"[$€£₽¥] ?[\d.,]{1,15}(?: (?:of|raised|donated|collected).{0,40})?",
        r"[\d.,]{1,12}(?: (?:shares?|views?|likes?|retweets?|followers?|reads?|donors?|min(?:ute)?s? read))?",
    ),
    "calendar": (rf"{MONTH},? \d{{4}}", rf"(?:{WEEKDAY},? ?){{2,7}}", r"(?:m t w t f s s|s m t w t f s)"),
    "navigation": (
        r"(?:skip|jump|go|back|return) (?:back )?to (?:the )?(?:main |primary )?(?:content|navigation|search|top|footer|menu|home|homepage|home page|site index).{0,20}",
        r"(?:home|menu|search|close|open|toggle (?:navigation|menu)|navigation|main menu|sections?|top|more|login|log in|sign in|register|subscribe|donate|contact(?: us)?|about(?: us)?|archives?|sitemap|site map|careers|advertise(?: with us)?|previous|next|older|newer|load more|show more|see all|view all)",
        r"(?:previous|next|older|newer) (?:article|post|story|page|entry)s?.{0,120}",
        r"(?:home|news)(?: ?[>»/|›] ?[^>»/|›]{1,80}){1,6}",
        r"page \d{1,4}(?: of \d{1,4})?",
    ),
    "share": (
        rf"(?:share|follow|tweet|like|send|print|save|pin|post|forward)(?: (?:this|the|us|me|it|article|story|post|page|on|via|by|to|with|your|friends|a friend|{NETWORKS}|and|,|:)){{0,8}}[:!.]?",
        rf"(?:(?:{NETWORKS}|share|tweet|like|comments?)[ ,|/·•:]{{0,3}}){{1,12}}",
        r"(?:click|tap) (?:here )?to (?:share|print|email|e-mail|tweet).{0,80}",
        r"(?:copy|get) (?:the )?(?:link|url)|link copied.{0,20}",
    ),
    "appeal": (
        r"(?:please )?(?:support|donate to|help|fund|back) (?:us|our work|our journalism|independent journalism|(?:[A-Z][\w.'’&-]{0,30} ?){1,4})(?: today| now)?[.!]?",
        r"(?:do you |if you )?(?:like|enjoy|value|appreciate) (?:this|our|what).{0,60}(?:help|support|donat|contribut|subscrib|shar).{0,80}",
        r"(?:please )?(?:consider|make) (?:making )?(?:a )?(?:donation|donating|contribution|contributing|helping|supporting).{0,120}",
        r"(?:become|be) a (?:member|patron|supporter|subscriber|friend)\b.{0,100}",
        r"donate.{0,60}",
    ),
    "newsletter": (
        r".{0,80}\b(?:newsletters?|mailing list|daily briefing|email alerts?|breaking news alerts?)\b.{0,100}",
        r"(?:please )?(?:sign up|subscribe|register)\b.{0,160}",
        r"(?:enter|type) your (?:e-?mail|email address|name).{0,60}",
        r"(?:get|receive) (?:the |our )?(?:latest|best|top|daily|weekly|breaking)\b.{0,140}",
        r"to receive .{0,60}\b(?:by|via|through) e-?mail\b.{0,120}",
        r"stay (?:informed|up to date|updated|connected|in the loop)\b.{0,120}",
        r"(?:your )?e-?mail(?: address)?\s?\*?:?",
    ),
    "paywall": (
        r"you have (?:\d{1,3}|one|two|three|four|five|no|reached|read)\b.{0,60}\b(?:free|articles?|stories|limit)\b.{0,80}",
        r"(?:this (?:article|story|content) is|to (?:continue|keep) reading|already a (?:subscriber|member)|subscribers? only)\b.{0,120}",
    ),
    "legal": (
        r".{0,120}(?:©|\(c\) ?\d{4}|\bcopyright\b).{0,200}",
        r".{0,60}\ball rights reserved\b.{0,160}",
        r".{0,120}\b(?:terms of (?:use|service)|privacy policy|cookie policy|advertise with us)\b.{0,120}",
        r"(?:all |these )?(?:figures|numbers|data|results) (?:are|is) (?:provisional|preliminary)\b.{0,120}",
        r"(?:this (?:article|text|page|story) (?:was|has been|is) )?(?:machine |automatic(?:ally)? )?translat(?:ed|ion) (?:by|made by|with|using)\b.{0,160}",
        r"(?:privacy|cookies?|terms|legal|accessibility)(?: (?:policy|notice|settings|preferences|statement|of (?:use|service)|and conditions|& conditions)){0,3}.{0,40}",
        r".{0,100}\b(?:we|this (?:web)?site|our (?:web)?site) uses? cookies\b.{0,300}",
        r"(?:accept|reject|manage|allow)(?: all)?(?: cookies| and (?:close|continue))?",
        r".{0,120}\b(?:republish|reproduction|redistribut|syndicat)\w{0,8}\b.{0,200}",
        r"(?:disclaimer|advertisements?|sponsored(?: content)?|promoted(?: content)?|paid content|ad)[:.]?",
        r"(?:the )?(?:views|opinions) expressed (?:in|by|on|here)\b.{0,300}",
    ),
    "about": (
        r"(?:[A-Z][\w.'’&-]{0,30} ){1,6}(?:delivers|provides|offers|is an? (?:independent|online|non-?profit|news|leading|award))\b.{0,400}",
        r".{0,200}\b(?:more about|learn more about|find out more about) (?:us|[A-Z][\w.&-]{0,40}).{0,80}",
        r"(?:powered|hosted|designed|developed) by .{1,80}",
    ),
    "tags": (r"(?:tags?|topics?|labels?|categor(?:y|ies)|filed under|posted in|keywords?)\s?:.{0,300}",),
    "buttons": (
        r"(?:read|show|view|see|load|learn|watch|listen|hear|find out) (?:more|less|all|full(?: (?:story|article))?)(?: here)?\s{0,2}[»>›→.…]{0,3}",
        r"(?:reply|report|flag|like|dislike|edit|delete|permalink|vote (?:up|down)|upvote|downvote|hide|expand|collapse|cancel|submit|send|ok|play|pause|listen|watch|download)(?: (?:reply|comment|abuse|now|video|audio|pdf|this))?",
        r"(?:loading|please wait).{0,20}",
        r"your browser (?:does not|doesn['’]t|cannot|can['’]t)\b.{0,120}",
        r".{0,60}[-−]?\b\d{1,2} ?(?:°|degrees\b).{0,40}",
        r"image|photo|video|audio|advertisement|\W{1,40}",
    ),
}
"""Reason -> patterns. A line that one of them matches in full is furniture, wherever it stands."""

NEEDLES: dict[str, tuple[str, ...]] = {
    "newsletter": ("newsletter", "mailing list", "briefing", "alert", "email", "e-mail"),
    "legal": (
        "©", "(c)", "copyright", "rights reserved", "terms of", "policy", "advertise with", "cookies", "republish",
        "reproduction", "redistribut", "syndicat",
    ),
    "about": ("more about",),
    "buttons": ("°", "degrees"),
    "CAPTIONS": ("(", "[", "|"),
    "FURTHER_CAPTIONS": ("(", "[", "/", "©", "photo", "image", "picture", "credit"),
    "SERVICE_LINES": ("contributed",),
}  # fmt: skip
"""Reason or table -> what a line must hold, in lower case, to be asked for the patterns of it that begin anywhere
(".{0,80}..."): they are the slow ones. Held against the patterns themselves by a test."""

RELATED_HEADS: tuple[str, ...] = (
    r"(?:more|further|additional|related|recommended|suggested|similar|also)(?: (?:on|about|from|in|by|section|category|author|our|stories|news|articles?|posts?|reading|content|coverage|links?|topics?|videos?|this|the|topic|subject|story|theme|:))+\s?:?",
    r"(?:you (?:may|might|could|will)(?: also)? (?:like|enjoy|be interested(?: in)?)|see also|read also|also read|read next|up next|most (?:read|popular|viewed|shared)|trending(?: now)?|editor'?s’? picks?|don'?’?t miss|latest (?:news|stories|posts|headlines)|recent (?:posts|news|stories)|top stories|popular(?: posts)?|in this story|recommended|related)\s?:?",
)
"""Heads of boxes whose lines lead to other stories."""

RELATED_LINES: tuple[str, ...] = (
    r"(?:read (?:more|also|next|:)|also read|see also|related|more|watch|listen|must read|don'?’?t miss|recommended|in pictures|explainer|opinion|analysis|most (?:read|popular|viewed)|popular|trending|next|previous)\s?(?:[:|»>]|[-–—] )\s?.{5,250}",
)
"""A single line that leads to another story."""

HEADLINE_KINDS: tuple[str, ...] = (
    r"(?:in pictures|explainer|opinion|analysis|exclusive|watch|video|fact ?check|factbox)\s?[:|].{5,250}",
)
"""Kinds of stories that a headline may name before a colon."""

READ_MORE: tuple[str, ...] = (
    r"(?:read|see|find out|learn) more\s{0,2}[»>›→.…]{0,3}|full story\s{0,2}[»>›→]{0,2}|continue reading.{0,60}",
)
"""A button below a headline: the headline above it belongs to another story."""

SERVICE_LINES: tuple[str, ...] = (
    r"(?:[(\[]|with )?(?:additional )?(?:reporting|writing|editing|edited|compiled|translated|translation|reported and written|written and edited|research|production) (?:and (?:writing|editing|reporting|research) )?by [^.]{2,300}\.?[)\]]?",
    r"(?:photographs?|photos?|photography|pictures|illustrations?|graphics?|video|text|words|layout|transcript) (?:and [a-z]{4,12} )?by [^.,]{2,60}",
    r".{0,300}\bcontributed (?:reporting )?(?:to|for) this (?:report|story|article|dispatch)\b.{0,80}",
    r"(?:this (?:article|story|post|piece|page|report|version|text|transcript|interview)|the (?:headline|article)) (?:was|is|has been|appears|appeared|first appeared|originally appeared|updates) (?:first |originally |last |also )?(?:published|updated|corrected|amended|edited|translated|generated|made|written|produced|posted|in|on|by)\b.{0,200}",
    r"(?:last )?updated:? (?:at|on|an?|\d{1,3})\b.{0,50}|editor['’]?s['’]? note:.{0,400}|(?:this is a )?(?:developing|breaking)(?: news)? story\b.{0,160}",
    r"(?:kindly|please) (?:share|like|follow|subscribe|support|donate|comment|rate|contact|click|send|write|call|cite|quote|credit|consider)\b.{0,200}",
    r"follow (?:us|me|him|her|them|the author|our|[A-Z@][\w.’'&-]{1,40}(?: [A-Z][\w.’'&-]{1,30}){0,4}) (?:on|at|@|via|for)\b.{0,160}|like us on\b.{0,80}|join us on\b.{0,80}",
    r"(?:got|have|do you have|know) (?:an? )?(?:something to |any )?(?:tips?|story|news|opinion|question|comment|information|correction|more to add)\b.{0,80}\?.{0,160}|tips\?.{0,120}|tip us.{0,120}",
    r"(?:what do you think|do you agree|is there (?:content|anything)|was this (?:e-?mail|article|page|helpful)|did you (?:find|spot|see|enjoy|like)|enjoy(?:ed|ing)?|if you (?:enjoyed|liked|like|value|found|have been|are affected|quote|use|wish|want to|would like to))\b.{0,100}\b(?:write|e-?mail|contact|help|support|subscrib|shar|tell us|let us know|get in touch|consider|click|call|quote|sign up|useful|helpful|join)\w{0,8}\b.{0,160}",
    r"to (?:contribute|donate|subscribe|unsubscribe|advertise|comment|report (?:an error|a typo|a correction)|contact)\b.{0,160}",
    r"(?:all rights reserved|disclaimer|unsubscribe|you are receiving this|view (?:this e-?mail )?in (?:your )?browser|purchase licens|reuse this content|story continues|article continues|continues? below|advertisement|ad feedback|back to (?:list|news|article)|give now|donate now)\b.{0,400}",
    r"\d{1,2}[.:h]\d{2}(?::\d{2})? ?(?:[ap]\.?m\.?)? ?(?:\(?[a-z]{2,5}\)?(?:[+-]\d{1,2})?)?|\d{1,3} ?/ ?\d{1,3}|\d{1,3} min(?:ute)?s?(?: read)?|comments? \d{1,6}|gift article|\d[\d.,]{0,6}[kKmM]? (?:views|comments?|shares|claps|reactions)",
)
"""What a publisher says of the page and to its reader; never what the article says, however long."""

TAIL_LINES: tuple[str, ...] = (
    r".{3,80}? (?:is|are|was) (?:an? |the |our |now an? )?(?:[\w’'-]{2,24},? ){0,5}(?:columnist|correspondent|reporter|editor|writer|journalist|contributor|fellow|professor|lecturer|author|photographer|researcher|broadcaster|historian|novelist|analyst|scholar|station|newspaper|magazine|weekly|daily|website|portal|platform|organi[sz]ation|charity|group|initiative|network|project|cooperative|agency|member)s?\b.{0,300}",
    r".{3,60}? (?:covers|reports on|writes (?:about|for|on|from|here)|teaches|tweets|blogs|reports (?:for|from)|joined|can be reached|may be reached|appears|is published|is printed|is responsible|is edited|is funded|is financed)\b.{0,300}",
    r".{0,120}(?:https?://|www\.|\S@\S{2,40}\.\w|@\w{3,}).{0,120}",
    r"(?:tel|phone|fax|hotline|address|whatsapp|e-?mail|mobile|contacts?|accreditation|subscriptions?|back numbers|circulation|short wave|editor-in-chief|publisher|editor|press service|press office|newsroom)\b.{0,160}",
    r"thank you for reading\b.{0,120}|see you (?:next|on|tomorrow)\b.{0,60}|the views expressed\b.{0,300}|.{0,80}\bdo not (?:necessarily )?reflect\b.{0,200}",
)
"""What is no article where it stands at its end: who the author and the publisher are, and how to reach them."""

TAIL_WORDS = frozenset(
    "our you your yours please subscribe subscribers subscription subscriptions donate donation donations readers reader hotline "
    "newsletter newsroom website copies issues issue unsubscribe follow tips".split()
)
"""Words with which a publisher speaks to its reader, in a short line after an article's end."""

CLOSING_HEADS: tuple[str, ...] = (
    r"(?:for (?:more|further|media|additional) (?:information|inquiries|enquiries|details)|(?:media|press) (?:contacts?|inquiries|enquiries)|contacts?(?: information| details)?)\b.{0,80}:?",
    r"notes? (?:to|for) (?:the )?editors?:?|about (?:us|the (?:author|writer)s?|[A-Z][\w.'’&-]{1,30}(?: [A-Z][\w.'’&-]{1,30}){0,4}):?|- ?end(?:s)? ?-|ends|# ?# ?#",
    r"(?:footnotes|references|sources|notes|further reading|acknowledge?ments):?",
)
"""Lines after which no article goes on: contacts, notes, what the publisher is."""

THREAD_HEADS: tuple[str, ...] = (
    r"notify of|newest most voted|inline feedbacks?|view all comments",
    r"(?:\d{1,6}|no|all|user|reader|readers'?|your|top|recent)? ?(?:comments?|responses?|replies|feedbacks?)(?: ?\(?\d{1,6}\)?)?(?: (?:on|to|so far|below)\b.{0,160})?:?",
    r"(?:join|start) the (?:discussion|conversation|debate).{0,20}|discussion:?|what do you think\??|have your say.{0,20}",
    r"(?:oldest|newest|best|top|sort by)(?:.{0,30}(?:first|votes?d?|voted|newest|oldest|best|popular))?",
    r"\d{1,6} thoughts? on .{1,200}",
    r"show comments?|hide comments?|load comments?|read comments?.{0,20}|comments are (?:open|below)",
)
"""Lines that open a thread of reader comments."""

THREAD_TAILS: tuple[str, ...] = (
    r"(?:we )?would love your thoughts.{0,40}|(?:leave|post|write|add|submit) (?:a |your |an? )?(?:reply|comment|response|answer).{0,60}",
    r"(?:you must|please|log ?in|sign in|login|register)\b.{0,40}\b(?:comment|reply|post|discussion)\b.{0,40}",
    r"comments? (?:are|is|have been) (?:now )?closed.{0,80}|this (?:thread|discussion) (?:is|has been) closed.{0,40}",
    r"your email address will not be published.{0,80}|required fields are marked.{0,20}",
    r"(?:name|email|e-mail|website|comment)\s?(?:\*|\(required\)|:)?(?: \(.{0,60}\))?|save my name.{0,120}|notify me of.{0,80}",
)
"""Lines that belong to a comment form, and so to no comment."""

THREAD_WORDS: tuple[str, ...] = (
    r".{0,60}\bcomments?\b.{0,200}|notify of|newest.{0,40}|inline feedbacks?|have your say.{0,20}",
    r"\d{1,6} (?:responses?|replies|thoughts?|feedbacks?)\b.{0,200}|(?:responses|replies|thoughts) (?:to|on)\b.{0,200}",
    r"(?:join|start) the (?:discussion|conversation|debate).{0,20}|discussion:?",
)
"""What a line that opens a thread says; "Top" and "Response" alone are headings of other things, too."""

AGO: tuple[str, ...] = (
    r"(?:(?:posted|edited|about|over|almost|on|at|[•·|,-]) ?){0,3}(?:an?|one|\d{1,3}) ?(?:s|m|h|d|w|mo|y|secs?|mins?|hrs?|yrs?|seconds?|minutes?|hours?|days?|weeks?|months?|years?) ago.{0,30}",
    r"just now",
)
"""How long ago a comment was written."""

COMMENT_BUTTONS: tuple[str, ...] = (
    r"(?:reply|quote|report|flag|permalink|like|upvote|downvote|log in to reply|reply to this comment|report (?:abuse|comment|post|this comment)|(?:show|view|hide) (?:\d{1,5} )?(?:replies|reply)|edited)[ ›»:]{0,3}(?:\(?\d{1,6}\)?)?",
    r"(?:(?:reply|quote|report|flag|permalink|like|share|dislike|edit|link|\d{1,6})[ ,|/·•›»()-]{0,4}){2,8}",
    r"\d{1,6} (?:likes?|replies|reply|upvotes?|points?|people like this)|[+👍👎▲▼^-]{1,3} ?\d{1,6}|\d{1,6} [👍👎▲▼]",
)
"""Buttons and counters under a comment."""

COMMENT_AUTHORS: tuple[str, ...] = (
    r"(?P<name>[^!?:;“”\"]{2,60}?),? (?:says?|said|wrote|writes|commented|replied|responds|responded)(?: (?:on|at) .{4,50})?(?:[:…]|\.{2,3})",
    r"(?:comment(?:ed)?|posted|submitted|written|left|reply) (?:by|from):? (?P<name>[^!?:;“”\"]{2,60}?)(?: ?[|·•,–—(-]? ?(?:on|at)? ?(?P<when>[^a-z]{0,4}.{4,50}))?",
    r"(?P<name>[^!?:;“”\"|·•]{2,48}?) ?[|·•,–—(-] ?(?:on |at )?(?P<when>.{4,50}?)\)?",
    r"(?P<name>[^!?:;“”\"|·•\d]{2,48}?) (?:on |at )?(?P<when>(?:an?|one|\d).{4,40})",
)
"""Lines over a comment that name its author, some with the time; the groups `name` and `when`."""

CAPTIONS: tuple[str, ...] = (
    r"(?:illustrative|illustration|file|archive|representational|stock) (?:image|photo|picture|photograph)\b.{0,200}",
    r"(?:photo|image|picture|credit|source|illustration|photograph|video|map|graphic|cover photo|featured image)(?: (?:credits?|source|courtesy(?: of)?|by|from|via))?\s?[:©].{1,250}",
    r".{5,600}[(\[](?:[^()\[\]]{0,60}[ /])?(?:file photo|file|photo by [^()\[\]]{1,160}|photo|screengrab|screenshot|handout|courtesy [^()\[\]]{1,80}|[^()\[\]]{1,40}/(?:getty images|reuters|afp|ap|epa|file|file photo|handout|pool)[^()\[\]]{0,60})[)\]]\.?",
    r".{5,600}[(\[](?:reuters|afp|ap|epa|ap photo|getty(?: images)?|anadolu(?: agency)?|xinhua|tass)[)\]]",
    r".{5,600}\([^()]{0,30}\bphotos? by [^()]{1,200}\)\.?",
    r".{5,600}[|\[(] ?(?:photo|image|picture|credit|source)s?: ?[^\])]{1,150}[\])]?\.?",
    r"(?:a |an |the )?(?:[\w’'-]{1,25} ){0,6}(?:screenshot|screen grab|still|handout|satellite image|aerial view|general view)\b.{0,200}",
)
"""Captions that give themselves away: a credit, a picture agency, the word itself."""

FURTHER_CAPTIONS: tuple[str, ...] = (
    r"(?:image|photo|picture|video|media) (?:caption|source|credits?|copyright),? .{2,300}",
    r".{5,600}\b\w[\w .]{1,40}/(?:stringer|handout|pool|file(?: photo)?|via [^.]{2,40})\.?",
    r".{5,600}[\[(](?-i:[A-Z][\w.'’-]{1,24}(?: [A-Z][\w.'’-]{1,24}){0,3} ?/ ?[A-Z][\w.'’ -]{1,40})[\])]\.?",
    r".{5,600}[\[(](?:screenshot|screengrab|screen grab|still|archive|image|picture|photo)s? (?:from|of|by|via|courtesy) [^()\[\]]{2,140}[\])]\.?",
    r".{5,600}[.!?)] (?:photo(?:graph)?|image|picture|photo credit|photos?) ?(?:/|by|:|courtesy) ?.{2,80}|.{5,600}\b(?:photo|credit|picture credit|image): .{2,80}",
    r".{5,600}[.!?] ?© ?.{2,80}",
)
"""Captions told by a credit at their end that the table above does not hold."""

FURTHER_BYLINES: tuple[str, ...] = (
    r"(?:interview|report|story|analysis|opinion|commentary|comment|essay|a report|text|words) by:? (?P<name>[^\d|•·\n]{3,80})",
    r"(?:posted|published|filed|written)? ?(?:on )?(?P<when>[^|]{6,40}?),? by (?P<name>[^\d|•·\n]{3,60})",
    r"(?:posted|published|filed|written) by:? (?P<name>[^\d|•·,\n]{3,60}?),? (?:on|at|in) .{3,60}",
)
"""Who wrote it, in forms that the line model does not look at."""

_HANDLE = r"@[\w.]{2,40}"
POST_SIGNATURES: tuple[str, ...] = (
    rf"[-–—]{{1,2}}\s?(?P<author>.{{1,80}}? ?\({_HANDLE}\)),?(?: .{{0,40}}\d{{4}}.{{0,20}})?",
    rf"a (?:post|video|photo|story) shared by (?P<author>.{{1,80}}?(?: ?\({_HANDLE}\))?)(?: on .{{4,60}})?",
)
"""Lines under an embedded post that name its author: what the networks' own embedding code leaves behind."""

POST_ENDS: tuple[str, ...] = (
    rf".{{10,1000}}\s?[—–]\s?(?P<author>[^—–]{{1,80}}? ?\({_HANDLE}\)),? .{{0,40}}\d{{4}}.{{0,20}}",
)
"""A post and its signature in one line."""

POST_HEADS: tuple[str, ...] = (
    rf"(?P<author>[^@.!?]{{2,60}}? ?\(?{_HANDLE}\)?)(?: ?[·•|-] ?.{{1,40}})?",
    r"view this post on (?:instagram|facebook|threads|x|twitter|telegram|tiktok)",
)
"""Lines above an embedded post."""

CAPTION_VERBS = (
    "keeps|keep|stands|stand|walks|walk|looks|look|waits|wait|sits|sit|holds|hold|rides|ride|poses|pose|carries|carry|"
    "inspects|inspect|watches|watch|gather|gathers|leaves|leave|passes|pass|rises|rise|fires|fire|flies|fly|prays|pray|"
    "patrols|patrol|prepares|prepare|aims|aim|takes|take|drives|drive|is seen|are seen|seen|pictured|is pictured|are pictured"
)
"""Captions tell what is to be seen, in the present tense, or as a participle."""

BYLINES: tuple[str, ...] = (
    r"(?:by|written by|reported by|reporting by|author:?|words by|posted by|published by|from our correspondent|par|von)\s?:? (?P<name>[^\d|•·\n]{2,90}?)(?:,? (?:in|for) .{2,60})?(?:\s?[|•·,–-]\s?.{0,80}\d.{0,60})?",
)
"""Who wrote it."""

PUBLISHED_HEADS = r"(?:first )?(?:published|posted|publication date|date|issued|released|created|added|written)"
UPDATED_HEADS = r"(?:last )?(?:updated|modified|revised|edited|corrected)(?: (?:on|at))?|last update(?:d)?|update(?! ?(?:n[or]\b|number|#|\d))"

MASTHEADS = (
    "news agency press times post daily herald observer courier radio tv television tribune journal mirror telegraph gazette "
    "chronicle ministry bulletin mail standard star sun globe monitor review report reports weekly today online wire "
    "broadcasting media network channel voice eye front league society societies government council department embassy army blog "
    "notes union federation office institute foundation committee dispatch examiner inquirer guardian independent record "
    "association bureau observatory watch command mission magazine week newspaper directorate service services "
    "organisation organization commission party movement portal info digest letter plc ltd inc monitors agence agencia "
    "beacon messenger advertiser argus bugle clarion echo express leader ledger sentinel spectator pioneer advocate citizen "
    "statesman patriot reporter correspondent banner torch trumpet"
).split()
"""Words that names of publishers hold, as their last, before "of" or "for", or as their first where in BROADCASTERS."""

BROADCASTERS = "radio tv television channel voice agence agencia".split()
"""Words that names of publishers begin with."""

SECTIONS = frozenset(
    (
        "world;news;politics;business;economy;opinion;opinions;culture;society;sport;sports;video;videos;live;home;africa;"
        "asia;europe;americas;middle east;north africa;international;national;local;local news;world news;breaking news;"
        "latest;latest news;top stories;features;analysis;interview;interviews;press release;statement;report;reports;"
        "region;regions;war;security;defence;defense;health;science;technology;tech;environment;climate;entertainment;"
        "lifestyle;travel;weather;photos;gallery;podcast;podcasts;archive;blog;editorial;comment;letters;exclusive;"
        "press review;advertisement;abroad;domestic;crime;justice;education;religion;agriculture;energy;markets;finance;bulletin"
    ).split(";")
)
"""Headings of a site's sections: never the name of who publishes."""

NO_MASTHEADS: tuple[str, ...] = (
    r"(?:the )?(?:wayback machine|internet archive|web archive)|on air(?: now)?|now playing|breaking(?: news)?|live(?: now| blog)?|listen live|watch live|e-?paper|copyright|all rights reserved|press release|for immediate release|statements?|flash update|situation report|my account|sign (?:in|up)|log ?in|get the app|what['’]s on|public notices|top stories|most read|(?:related )?topics",
)
"""What stands at the head of pages, begins with capitals, and publishes nothing."""

SIGNATURES: tuple[str, ...] = (
    r"about (?:us|the )?.{2,80}|.{0,40}(?:©|\(c\) ?\d{4}|\bcopyright\b).{2,200}",
    r"(?:all content|this (?:site|website|page)|the (?:site|website|page)) (?:is|of|by)\b.{2,120}|.{2,80} is (?:published|edited|run|produced|operated|funded|responsible|an? (?:independent|non-?profit|news|community|member))\b.{0,200}",
    r"(?:more (?:from|in)|follow|support|subscribe to|contact|welcome to|join|read) (?:the )?(?-i:[A-Z]).{2,80}",
    r".{2,60} (?:staff|newsroom|news desk|reporters?|correspondents?|web team|editorial board|press service|press office)",
    r"(?:press service|press office|website|site|newsroom) of (?:the )?.{2,80}",
)
"""Lines in which publishers name themselves among other words."""

OUTLETS: tuple[str, ...] = (
    r"(?:(?i:©|\(c\)|copyright)[ :]{0,2}){1,3}(?:\d{4}(?: ?[-–] ?\d{2,4})?[,.]? )?(?:by )?(?P<name>(?!(?i:copyright|all rights))[A-Z][^.|,©\d]{2,50}?)(?: ?\d{4}.{0,20})?(?:[.,|].{0,200}|(?i:(?: -| –)? all rights reserved.{0,100}))?",
    r"(?i:please )?(?i:support|donate to) (?P<name>[A-Z][\w.'’&-]{1,30}(?: [A-Z][\w.'’&-]{1,30}){0,4})(?i: today| now)?[.!]?",
    r"(?P<name>[A-Z][\w.'’&-]{1,30}(?: [A-Z&][\w.'’&-]{0,30}){0,5}) (?:[Ss]taff(?: [Ww]riters?| [Rr]eporters?)?|[Nn]ewsroom|[Ww]eb [Tt]eam)(?: ?[|,·•–-] .{0,60})?",
    r"(?i:about us ?[:|–-] ?)?(?P<name>[A-Z][\w.'’&-]{1,30}(?: [A-Z&][\w.'’&-]{0,30}){0,5}) (?:delivers|provides|offers|is an? (?:independent|online|non-?profit|news|leading|award))\b.{0,400}",
    r"(?i:stay (?:informed|up to date|updated|connected) with|subscribe to|sign up (?:for|to)|more from|welcome to) (?P<name>[A-Z][\w.&-]{1,30}(?: [A-Z][\w.&-]{1,30}){0,4})(?:['’]s?)?(?: [Nn]ewsletters?.{0,80}| on .{2,60}| today)?[.!]?",
)
"""Lines in which a site names itself; the group `name` is the outlet. Best first; here capitals count."""
