"""What a page asks of its reader, as data: to comment, to subscribe, to pay, to read or hear it elsewhere."""

from __future__ import annotations

from dateline.clean.notice import Notice, notice

APPEALS: tuple[Notice, ...] = (
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
        r"|^get .{0,80}(?:newsletter|delivered to your inbox|in your inbox|to your inbox)"
        r"|^enter your e-?mail(?: address)?(?:\W*$| (?:below|here|to (?:get|receive|subscribe|join|sign)|for)\b)",
    ),
    notice(
        "promotion",
        "asks to subscribe",
        30,
        r"^(?:click here to )?(?:sign[ -]?up (?:for|to|now|here|today)|subscribe (?:to|now|today|here|for)"
        r"|register (?:now|today|"
        r"for (?:free|our))|download (?:the|our) .{0,40}\bapp\b(?!.*\bdevice\b)"
        r"|support (?:our|independent|quality) journalism"
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
        r"|wherever you get your podcasts|(?:download|install) (?:the|our) \w+ app\b(?!.*\bdevice\b))"
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
        "comment",
        "belongs to a comment box",
        40,
        r"^(?:one|two|three|\d+) (?:thoughts?|comments?|responses?|replies) (?:on|to) [“\"'‘]",
    ),
    notice(
        "comment",
        "belongs to a comment box",
        25,
        r"^(?:join the (?:conversation|discussion|debate)\b|(?:please )?enter (?:a |your )?(?:comment|name|e-?mail)"
        r"|you have entered an? (?:incorrect|invalid)|(?:write|type) a comment|leave a (?:reply|comment)\b|drop your"
        r"|the comments below have (?:not )?been|comments (?:from|have been|for this)\b[^.!?]{0,40}$"
        r"|(?:the )?comments? (?:on|to) this (?:article|story|post|piece|page|entry)"
        r"|we welcome comments\b|e-?mail \(required\)|required fields"
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
        r"|was this (?:e-?mail )?forwarded|you(?:['’]re| are)? (?:received|receiving|getting) this (?:(?:e-?mail"
        r"|newsletter|message)|because you)"
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
        r"|want your .* featured|want to (?:write|work|advertise|bookmark)\b|give this article|send (?:a|any) friend"
        r"|republish our"
        r"|you (?:may|can|are free to|are welcome to) (?:republish|reprint|repost)|you are invited to (?:use"
        r"|join|comment)"
        r"|you can (?:also )?(?:subscribe|sign up)\b|for (?:more|the latest)\b[^.!?]*\bclick here\W*$"
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
        "promotion",
        "leads to a guide",
        20,
        r"^(?:find out (?:how|more|what)|learn (?:how|more))\b.*\b(?:our|here|guide)\b",
    ),
)
"""Patterns of appeals, each with the longest line it was seen to be right about."""
