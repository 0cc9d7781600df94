"""What the interface of a page says, as data: counters, share bars, adverts, comment boxes, promotions, links.

Gathered from the families of debris that scrapers leave (C4, FineWeb, jusText), not from one site.
"""

from __future__ import annotations

from dateline.clean.notice import Notice, notice

_NETWORK = r"(?:facebook|twitter|instagram|youtube|whatsapp|telegram|linkedin|snapchat|tiktok|pinterest|x|threads)"

INTERFACE: tuple[Notice, ...] = (
    notice(
        "counter",
        "counts visits",
        6,
        r"^(?:visits|views|hits|reads|shares|likes|comments|retweets|page ?views|votes)\W{1,3}\d[\d.,]*[km]?\W*$",
    ),
    notice(
        "counter",
        "counts visits",
        6,
        r"^\d[\d.,]*[km]?\s+(?:views?|shares?|comments?|likes?|reads?|hits?|votes?)\W*$",
    ),
    notice("counter", "counts characters", 8, r"\(\s*\d+\s*/\s*\d+\s*\w{0,10}\)\s*$"),
    notice(
        "counter",
        "says how long reading takes",
        8,
        r"^(?:(?:estimated )?(?:reading time|read time)\W*)?\d+\W?min(?:ute)?s?(?: read)?\W*$",
    ),
    notice("advert", "label of an advert", 40, r"^advertisement\b(?!\s+(?:\w+ ){0,6}(?:was|is|shows?|says?|said)\b)"),
    notice(
        "advert",
        "label of an advert",
        14,
        r"^(?:the )?(?:story|article|post) continues (?:below|after)|^scroll (?:down )?(?:to continue|for more)"
        r"|^(?:paid|sponsored|promoted) (?:content|post|by)\b",
    ),
    notice(
        "comment",
        "belongs to a comment box",
        20,
        r"^(?:be the first to (?:comment|reply|like|review)|leave a (?:reply|comment|response)|(?:post|add"
        r"|write) (?:a|your) "
        r"comment|join the (?:conversation|discussion|debate)|have your say\W*$|your e-?mail address will not be"
        r"|required fields are marked|comments? (?:are|is|have been|has been) (?:now )?(?:closed|disabled"
        r"|turned off|moderated)"
        r"|no comments(?: yet)?\W*$|(?:view|show|hide|read|see) (?:all )?(?:\d+ )?comments?\W*$"
        r"|sort by (?:newest|oldest|best)"
        r"|what do you think\?\W*$|notify me of (?:new|follow)|save my (?:name|e-?mail|details)\b)",
    ),
    notice(
        "comment",
        "asks to log in",
        25,
        r"^(?:please )?(?:log|sign)[ -]?in (?:to|with|or|using|here)\b|^to (?:write|post|leave|add|join|view"
        r"|read) .{0,60}"
        r"(?:log|sign)[ -]?in\b|^you (?:must|need to|have to) (?:be logged|log|sign|register)",
    ),
    notice(
        "comment",
        "asks for feedback",
        15,
        r"^(?:send (?:us )?(?:your )?feedback\W*$|how can we improve\b|thank(?:s| you) for your feedback"
        r"|was this (?:article|page|story|content) (?:helpful|useful|interesting)|report a (?:typo|mistake"
        r"|error|correction)"
        r"|(?:spotted|found|see|notice) (?:an error|a mistake|a typo))",
    ),
    notice(
        "promotion",
        "asks to subscribe",
        200,
        r"^newsletter sign[ -]?up\b|\byou agree to receive (?:occasional )?(?:updates|emails|offers)"
        r"|^get .{0,80}(?:newsletter|delivered to your inbox|in your inbox|to your inbox)|^enter your e-?mail",
    ),
    notice(
        "promotion",
        "asks to subscribe",
        30,
        r"^(?:click here to )?(?:sign[ -]?up (?:for|to|now|here|today)|subscribe (?:to|now|today|here|for)"
        r"|register (?:now|today|"
        r"for (?:free|our))|download (?:the|our) .{0,40}\bapp\b|support (?:our|independent|quality) journalism"
        r"|start your .{0,20}"
        r"trial|already a subscriber|not a subscriber|become a (?:member|subscriber|patron)|make a donation"
        r"|donate (?:now|today|here))",
    ),
    notice(
        "promotion",
        "offers another way to read or hear it",
        18,
        r"^(?:listen to (?:this|the) (?:article|story|report|episode|podcast)|hear (?:more|this)\b"
        r"|(?:don['’]t|never) miss (?:a|an|another|the) (?:story|beat|update|thing|latest)"
        r"|(?:get|read|watch|listen to) (?:it|this|us) (?:on|in) (?:the|our) app\b|shop at our\b"
        r"|wherever you get your podcasts|(?:download|install) (?:the|our) \w+ app\b)"
        r"|\bwherever you get your podcasts\b",
    ),
    notice(
        "promotion",
        "says that the page is kept up to date",
        25,
        r"^this (?:page|story|article|post) (?:is|will be|was|has been) (?:being )?(?:updated|corrected|developing)\b"
        r"|^(?:this is a )?(?:breaking|developing) (?:news )?story\b(?:.{0,60}updates?\b.*)?$"
        r"|^(?:check back|refresh|stay tuned)\b.{0,60}\bupdates?\b",
    ),
    notice(
        "promotion",
        "asks for tips",
        40,
        r"^(?:we pay for your|do you have a (?:story|tip|view|photo)|(?:got|have) (?:a|any) (?:story|stories"
        r"|tips?|news tip)\b"
        r"|if you have (?:a|any) (?:story|tip)|e-?mail (?:us|the (?:news )?(?:desk|team)|your)\b|call (?:us"
        r"|our news ?desk) (?:on|at))"
        r"|\bwe pay for (?:your )?(?:stories|videos)",
    ),
    notice(
        "share",
        "leads to a social network",
        14,
        rf"^(?:follow|like|join|find|check|connect with|visit) (?:us|me|our|@\w+)\b(?: [\w' .]{{2,40}})?(?: out)? "
        rf"(?:on|at|via) {_NETWORK}\b|^(?:follow|connect with) [\w' .]{{2,40}} (?:on|at|via) {_NETWORK}\b"
        r"|^follow us\b.{0,60}$|^(?:join|follow) (?:our|us on|the) .{0,40}(?:channel|group|page)\W*$"
        r"|^share (?:this |on |via |with |it )",
    ),
    notice("share", "bare web address", 3, r"^(?:https?://|www\.)\S+$"),
    notice("credit", "bare mail address", 3, r"^\[?\(?[\w.+-]+@[\w-]+(?:\.[\w-]+)+\)?\]?$"),
    notice(
        "credit",
        "says that the report ends",
        2,
        r"^[(\[]?(?:end|ends|more|30|mtf|xinhua end)[)\]]$|^#{3,}$|^-{1,2}30-{1,2}$",
    ),
    notice(
        "navigation",
        "menu of links with bars between",
        30,
        r"^(?=(?:[^|]*\|){2})[^|.!?]{1,40}(?:\s*\|\s*[^|.!?]{1,40})+$",
    ),
    notice(
        "share", "sets the size of the text", 8, r"^(?:font|text) ?size\b(?:\W*[a-z]\b|\W)*$|^(?:\W*\ba\b\W*){2,4}$"
    ),
    notice("share", "bare handle or tag", 12, r"^(?:[@#]\w+[\s,|·]*)+$"),
    notice(
        "related",
        "list of other stories",
        400,
        r"^(?:MOST|ALSO|TOP) (?:READ|POPULAR|VIEWED|STORIES|SHARED)\b|^(?:READ|SEE|WATCH) (?:MORE|ALSO|NEXT)\b",
        0,
    ),
    notice(
        "related",
        "leads to another story",
        40,
        r"^(?:related(?: (?:articles?|stor(?:y|ies)|coverage|content|topics?|news|links?|posts?|video))?"
        r"|recommended(?: (?:for you|"
        r"stories|reading))?|most (?:read|popular|viewed|shared)(?: (?:in|on) .{1,30})?|more on (?:this"
        r"|the) (?:story|topic|subject)"
        r"|also read|read (?:also|next|more|this(?: next)?)|see also|you (?:may|might) (?:also )?(?:like"
        r"|be interested in)|trending"
        r"|in case you missed it|don['’]t miss|watch(?: (?:now|more|also|next|the video))?|listen"
        r"|editor['’]?s['’]? picks?|more stories"
        r"|latest (?:news|stories)|top stories|what to read next|in pictures|in video|video"
        r"|more from [\w' ]{2,40}|up next)\s*(?::|»|>|\||$)",
    ),
    notice(
        "related", "more on the same site", 14, r"^(?:read|see|click|tap|watch) (?:more|here|the full|our full|all)\b"
    ),
    notice(
        "related",
        "dated link to another story",
        20,
        r"^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\s+(?-i:[A-Z])[^.!?]*$",
    ),
    notice(
        "related",
        "link to a film",
        25,
        r"\s\(\d{1,2}:\d{2}(?::\d{2})?\)$|^\(?\d{1,2}:\d{2}\)?\s*(?:video|watch)\b",
    ),
    notice(
        "counter",
        "counts visits",
        9,
        r"^(?:new, |comments? )?\(?\d[\d.,]*[km+]*\)?\s*(?:(?:views?|shares?|comments?|likes?|reads?|hits?|votes?"
        r"|retweets|claps)[\s\d.,]*)+$|^\(?(?:comments?|replies|responses|shares) ?\(?\d[\d,.]*[km]?\)?$"
        r"|^\d[\d.,]*[km]? (?:people|readers|users|others) (?:are|have|like|liked|follow|reacted)\b"
        r"|^rating:? ",
    ),
    notice(
        "counter",
        "says how long reading takes",
        8,
        r"^\(?(?:\d+\s?[-–]\s?)?\d+\W?min(?:ute)?s?\b\.?(?: (?:read|listen|watch))?\W*$"
        r"|^\d{1,2}:\d{2}(?::\d{2})? ?/ ?\d{1,2}:\d{2}(?::\d{2})?$|^\d(?:\.\d+)?x$",
    ),
    notice(
        "comment",
        "belongs to a comment box",
        40,
        r"^(?:one|two|three|\d+) (?:thoughts?|comments?|responses?|replies) (?:on|to) [“\"'‘]",
    ),
    notice(
        "advert",
        "says that the page earns by its links",
        40,
        r"^(?!.*\b(?:said|says)\b)[^“”\"]*\b(?:we|you|our)\b[^“”\"]*(?:\bcommission\b|\baffiliate (?:links?"
        r"|partners?)\b)",
    ),
    notice(
        "counter",
        "counts pages or pictures",
        5,
        r"^(?:page |photo |image |slide |show all )?\d+ ?(?:of|/) ?\d+$|^show all \d+$|^\+\d+$",
    ),
    notice("navigation", "tells the weather beside the report", 4, r"^[-–]?\d+(?:\.\d)?\s?[°º]\s?[cf]?\b[^.!?]{0,30}$"),
    notice(
        "advert",
        "label of an advert",
        14,
        r"^(?:continue reading below|(?:the )?(?:story|article|post|report) continues (?:below|after)\b"
        r"|(?:sponsored|promoted) (?:links?|stories|content) (?:by|from)\b|\d+ weather alerts?$|ads? by\b)"
        r"|\bearn a (?:small )?commission\b|\baffiliate (?:links?|commission)\b",
    ),
    notice(
        "comment",
        "belongs to a comment box",
        25,
        r"^(?:join the (?:conversation|discussion|debate)\b|(?:please )?enter (?:a |your )?(?:comment|name|e-?mail)"
        r"|you have entered an? (?:incorrect|invalid)|(?:write|type) a comment|leave a (?:reply|comment)\b|drop your"
        r"|the comments below have (?:not )?been|comments (?:from|have been|for this)\b[^.!?]{0,40}$"
        r"|comments? (?:on|to) this (?:article|story|post)|e-?mail \(required\)|required fields"
        r"|do you agree\b|what do you think\b(?!.*\b(?:said|asked)\b)|let us know (?:what|in)\b"
        r"|tell us what you think\b"
        r"|we(?:['’]d| would) (?:love|like) to hear (?:from you|your)|were you there\?|send (?:us )?your (?:pictures"
        r"|photos|videos|stories|comments))",
    ),
    notice(
        "comment",
        "asks for feedback",
        18,
        r"^(?:if you (?:see|notice|spot|find) an? (?:\w+ )?(?:error|mistake|typo)|feedback to (?:the )?editors?"
        r"|(?:send|give) (?:us )?(?:your )?feedback\W*$|report (?:a|an) (?:problem|issue|correction))",
    ),
    notice(
        "promotion",
        "asks to subscribe",
        45,
        r"^(?:sign(?:ing)?[ -]up\b(?!\s+(?:to \w+ (?:in|the)|as\b))|by (?:signing up|subscribing|clicking"
        r"|entering|submitting|registering)"
        r"|thank(?:s| you) for (?:signing up|subscribing|following|reading|registering|watching|joining|your support)"
        r"|that['’]s all (?:from us|for (?:today|now))|(?:please )?check your (?:inbox|e-?mail)"
        r"|we have more newsletters"
        r"|something went wrong|an error (?:has )?occurred|you(?:['’]ve| have)? (?:already "
        r"|successfully )*(?:subscribed|signed up)"
        r"|(?:please )?verify you(?:['’]re| are) not a robot|(?:i['’]d|i would) like to receive|yes, (?:i|sign|send)"
        r"|as a (?:subscriber|member),? you\b|subscribe (?:and|with|via|using|only)\b|subscribers? (?:only|can|get)\b"
        r"|(?:to )?(?:continue|keep) reading\b[^.!?]*$|or sign ?up to|to read the (?:full|rest)|(?:become"
        r"|join) (?:a |an )?(?:insider|member|free)"
        r"|(?:receive|get) (?:essential|our|all|the (?:latest|best|top|day|week)|breaking|unlimited|free|daily"
        r"|weekly|exclusive)\b"
        r"(?=.*(?:news|stor|inbox|access|headlines|alerts|update|offers)))[^“”\"]*$",
    ),
    notice(
        "promotion",
        "asks to subscribe",
        30,
        r"^[^“”\"]*(?:\b(?:to|in) your (?:inbox|e-?mail|phone)\b|\b(?:our|free|daily|weekly|morning"
        r"|evening) (?:e-?mail )?newsletters?\b"
        r"(?=.*\b(?:you|your|here|sign)\b|\W*$)|\bunlimited (?:digital )?access\b|\bspecial offers\b"
        r"|\bstay up to date\b"
        r"|\bkeep up to date with\b|\ball articles from our\b|\bdigital version of\b|\bgift articles?\b"
        r"|\bmin(?:imum)? cost \$)"
        r"(?!.*\b(?:said|says|told)\b)",
    ),
    notice(
        "promotion",
        "belongs to a newsletter",
        25,
        r"^(?:view (?:this e-?mail )?in (?:your )?browser|view this e-?mail|having trouble (?:reading|viewing)"
        r"|forward (?:this )?to a friend"
        r"|was this (?:e-?mail )?forwarded|you(?:['’]re| are)? (?:received|receiving|getting) this (?:e-?mail"
        r"|newsletter|message)"
        r"|update your preferences|(?:to )?unsubscribe\b|our mailing address|manage your subscription)",
    ),
    notice(
        "promotion",
        "asks for money",
        40,
        r"^[^“”\"]*(?:\b(?:a|one) small favou?r\b|\bindependent journalism\b(?=.*\b(?:you|your|donate|support)\b)"
        r"|\bsupport (?:us|our (?:work|journalism|newsroom))\b|\b(?:please )?(?:donate|chip in"
        r"|contribute) (?:today|now|here|what you can)\b"
        r"|\b(?:do you )?need a loan\b|^donate\b)",
    ),
    notice(
        "promotion",
        "offers another way to read or hear it",
        25,
        r"^(?:this audio (?:was|is)\b|(?:listen|watch) (?:on|to (?:more|our))\b|(?:be a part of|join) (?:our"
        r"|the)? ?[\d,.]*[mk]?\+? ?(?:\w+ )?"
        r"(?:community|readers|subscribers|channel|group)|(?:join|follow) (?:our|us)\b[^.!?]{0,60}$"
        r"|click (?:here|below) to\b"
        r"|catch (?:all|the|up)\b.*\b(?:news|updates|live|on)\b|\(catch\b|(?:kindly|please) (?:like|share|follow"
        r"|subscribe)"
        r"|(?:enable|turn on|switch on|please (?:turn on|enable)) (?:javascript|notifications|cookies)"
        r"|javascript (?:is|must|has)\b"
        r"|(?:this|your) (?:browser|device) (?:does|is|may)|to use this feature|you can (?:find|read|sign up"
        r"|follow|watch|listen)\b"
        r"(?=.*\b(?:our|this|here|my|your)\b)|[a-z-]+ news by e-?mail|(?:daily|weekly)(?: and (?:daily"
        r"|weekly))? e-?mails?$"
        r"|want your .* featured|want to (?:write|work|advertise)\b|give this article|send (?:a|any) friend"
        r"|republish our"
        r"|you (?:may|can|are free to|are welcome to) (?:republish|reprint|repost)|you are invited to (?:use"
        r"|join|comment)"
        r"|we believe in the free)",
    ),
    notice(
        "promotion",
        "says how the page was made",
        30,
        r"^(?:(?:this|the) )?(?:(?:page|article|story|audio|summary|translation|text|post|material) )?(?:is "
        r"|was |has been )?"
        r"(?:an? )?(?:automatically|machine|ai)[ -](?:generated|translated)\b|^generated by (?:ai|artificial)"
        r"|^powered by\b[^.!?]{2,50}\.?$"
        r"|^(?:reviewed|checked) by our\b|^proudly (?:made|powered)|^this is the (?:print|mobile|text) view"
        r"|^mobile version"
        r"|\bby af themes\b",
    ),
    notice(
        "share",
        "shares the report",
        14,
        r"\(opens in (?:a )?new (?:window|tab)\)\W*$|^click to (?:share|print|e-?mail|tweet|copy)\b"
        r"|^share (?:or comment on )?(?:this|to ?x\b|on\b|via\b)"
        r"|^like this:|^like loading|^view this post on\b|^a post shared by\b|^(?:external link: )?(?:tweet|post"
        r"|video) by @"
        r"|^follow @?\w+$|^pic\.twitter\.com/\w+$|^share(?:d)? (?:this|by)\b[^.!?]{0,40}$|^(?:dm|tweet|email) this\b",
    ),
    notice(
        "share",
        "bar of links to social networks",
        12,
        r"^(?:(?:share|tweet|facebook|twitter|e-?mail|print|whatsapp|copy link|telegram|linkedin|pin(?:terest)?"
        r"|reddit|flipboard"
        r"|messenger|sms|rss|x|more)(?:s|this|it)?[\s\d.,k|·]*){3,}$|^\d+\s?shares?$",
    ),
    notice(
        "navigation",
        "names the subjects of the report",
        30,
        r"^(?:filed under|filed in|tagged(?: (?:as|with))?|tags?|topics?|key ?words?|categor(?:y|ies)|posted in"
        r"|sections?|in this news|read more news on"
        r"|jump to|related topics?|explore)(?:\s*:.{0,160}|(?: [\w#&' -]+,){1,12}(?: and)? [\w#&' -]+|\s*#.*)$"
        r"|^posted in [\w ,&]{2,40}$"
        r"|^(?:#\w+[\s,]*)+$",
    ),
    notice("navigation", "label of a section or place", 4, r"^[^.!?|/]{2,30}\s*[|/]$"),
    notice(
        "promotion",
        "leads to a guide",
        20,
        r"^(?:find out (?:how|more|what)|learn (?:how|more))\b.*\b(?:our|here|guide)\b",
    ),
    notice("navigation", "breadcrumb of links", 9, r"^home(?:\s*[/|»>›]\s*[^/|»>›.!?]{2,40}){1,5}$"),
    notice(
        "navigation",
        "code that is no text",
        2,
        r"^(?=[0-9a-f]*\d)[0-9a-f]{16,}$|^\d{14,}$",
    ),
    notice(
        "related",
        "leads to other stories",
        12,
        r"^(?:also (?:in|from|on|read|see)\b|more (?:in|from|about|on|stories|news)\b|elsewhere (?:on|in)\b"
        r"|(?:from )?around the web\b|next up\b|up next\b"
        r"|before you (?:go|leave)\b|explore (?:our|more|further)\b|(?:what to )?read next\b|read (?:original"
        r"|the original|full|our)\b|related(?: \w+){0,2}\b(?=\W*$)"
        r"|external links?\b|(?:you )?(?:might|may) (?:also )?(?:like|be interested)|recommended\b"
        r"|related internet links"
        r"|(?:show|see|view|load) (?:all|more)\b|back to \w+|(?:previous|next) (?:article|story|post)"
        r"|find out (?:how|more)\b|story names for)"
        r"[^.!?]*[.:!?]?$(?<!\w\.)",
    ),
    notice(
        "related",
        "leads to another story",
        30,
        r"^(?:(?:also|must|now)?[ -]?(?:read|watch|see|listen|related|video|in (?:pictures|pics|photos)|trending"
        r"|opinion|analysis|explained|explainer"
        r"|media caption, watch|gallery|don['’]t miss)(?: also| more| next| now| this)?|external link"
        r"|read (?:also|more)(?: on [\w ]+)?)\s*(?::|[|»>▶])",
    ),
    notice(
        "related",
        "section and headline of another story",
        16,
        r"^(?:local |world |national |us |uk )?(?:news|sports?|politics|business|opinion|weather|crime"
        r"|entertainment|lifestyle|tech|health)\s*\|\s*(?-i:[A-Z])[^.!?|]*$",
    ),
)
"""Patterns of the interface, each with the longest line it was seen to be right about."""
