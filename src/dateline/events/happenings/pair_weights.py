"""Fitted by ``training/fit_pairs.py``: change nothing by hand."""

from dateline.events.happenings.pairing import PairModel

_WEIGHTS = {
    "same word": 4.099,
    "same root": -6.118,
    "same class": 1.160,
    "shared beginning": 2.767,
    "learned pair": 0.424,
    "alike": 2.465,
    "much alike": -2.572,
    "same word alike": -0.183,
    "other word alike": 3.092,
    "same type": 0.334,
    "other type": 0.088,
    "both verbs": -0.387,
    "verb and noun": -0.496,
    "same article": 0.227,
    "same sentence": -0.067,
    "words": -0.695,
    "same word words": 0.754,
    "near words": 1.475,
    "clause words": 1.234,
    "participants": 0.083,
    "same actor": 0.485,
    "other actor": -0.193,
    "same target": 1.512,
    "other target": -0.091,
    "same number": -0.159,
    "other number": -0.460,
    "rarity": 0.057,
    "same word rarity": -0.504,
    "same root rarity": 1.005,
    "same status": -0.316,
    "same tense": 0.291,
    "root spread": 1.480,
    "root share": -1.279,
    "root beside": -1.607,
}
_ROOTS = """
":kill:2.4 ":murd:2.6 #oscar:award:3.0 #oscar:oscar:3.9 %:communic:3.0 %:traffic:2.8 6:round:3.5 accept:accept:1.0
accept:want:1.7 accident:accident:3.9 accident:crash:4.6 accident:mow:1.9 accident:that:3.0 accomplish:break:3.7
accomplish:pas:2.7 accomplish:set:2.2 accord:accord:1.1 accord:announc:0.9 accord:confirm:1.3 accord:report:0.1
accord:say:1.2 accord:state:1.7 accord:tell:1.7 accus:accus:3.0 accus:charg:2.7 achieve:break:3.7 achieve:pas:2.7
achieve:set:2.2 act:feign:2.4 addres:fix:2.2 addres:plug:1.3 admit:check:2.5 admit:decis:1.0 admit:ent:3.0
admit:go:1.5 admit:stay:1.0 affect:affect:1.8 affect:caus:0.3 affect:disrupt:1.5 affect:hamp:1.7 affect:hit:0.9
affect:interrupt:1.7 affect:result:1.3 allow:allow:3.5 allow:open:2.9 announc:announc:3.1 announc:announce:2.9
announc:confirm:2.8 announc:nam:1.4 announc:say:0.9 announc:state:2.1 announc:unveil:2.7 announce:state:1.7
appear:host:3.4 appear:it:1.6 appear:stint:2.2 apprehend:arrest:4.4 apprehend:capt:2.5 approach:approach:3.5
approach:ask:4.2 approach:becom:1.9 approach:candidacy:2.9 approach:choos:2.9 approach:consider:3.5 approach:it:2.9
approach:nam:3.5 approach:off:3.9 approach:recruit:2.9 arest:arrest:4.3 arraign:arraign:2.4 arrest:arrest:5.7
arrest:capt:4.5 arrest:catch:0.3 arrest:custody:0.6 arrest:detain:3.6 arrest:hold:1.7 arrest:latest:4.2 arrest:nab:3.4
arrest:pick:3.2 arrest:put:2.4 arrest:re-arrest:3.6 arrest:tak:0.8 arson:arson:4.4 arson:attack:2.9 arson:set:2.6
ask:ask:3.0 ask:becom:1.6 ask:candidacy:2.7 ask:choos:2.7 ask:consider:3.3 ask:it:1.6 ask:nam:3.0 ask:off:3.7
ask:recruit:2.7 assassin:kill:2.4 assassin:murd:2.6 attack:attack:3.9 attack:attempt:4.3 attack:bomb:2.4
attack:execut:1.1 attack:hack:0.9 attack:hijack:1.1 attack:hit:2.8 attack:open:0.1 attack:set:0.3 attack:shoot:1.7
attack:storm:2.4 attack:tak:0.6 attack:threat:1.1 attempt:attempt:3.4 attempt:hijack:1.9 attempt:storm:2.4
attempt:tak:0.7 attend:attend:4.5 award:award:4.3 award:broadcast:3.0 award:ceremony:4.5 award:oscar:5.0
award:show:2.8 award:®:3.0 ballot:elect:3.1 basi:basi:3.0 basi:hav:2.7 battl:battl:1.0 battl:fight:1.2
battl:protest:1.4 battl:riot:3.3 battl:strik:0.6 battleground:clash:1.7 battleground:riot:3.2 be:serv:1.2
beat:beat:4.1 beat:defeat:3.3 beat:los:3.7 beat:top:3.0 beat:victory:5.2 beat:win:4.1 becom:becom:3.3 becom:break:3.4
becom:consider:1.5 becom:mak:0.5 becom:mov:0.6 becom:nam:1.5 becom:off:1.7 becom:pas:1.9 becom:set:1.5 begin:begin:2.1
believ:believ:3.5 blast:stop:2.9 blaz:catch:0.8 blaz:fir:5.1 blitz:raid:2.9 blitz:sweep:2.4 block:block:2.1
block:disrupt:1.7 block:downtim:1.6 block:los:2.5 block:outag:0.6 bloodbath:stab:2.2 brak:cut:3.3 brak:damag:3.7
brak:fail:1.0 break:break:5.1 break:cut:1.0 break:damag:1.2 break:eclips:3.7 break:erupt:2.7 break:event:3.7
break:mak:2.5 break:mov:2.0 break:pas:3.1 break:problem:1.4 break:set:2.8 break:sever:1.5 break:spark:2.7
bring:bring:1.0 bring:hir:2.4 bring:nam:1.0 bring:resign:1.7 bring:toppl:2.4 broadcast:oscar:3.9 burn:burn:1.7
burn:demolish:0.5 burn:destroy:0.6 burn:fir:0.7 bust:raid:2.9 bust:sweep:2.4 can:fir:2.7 candidacy:off:2.4
capt:capt:4.4 capt:catch:0.5 capt:intercept:0.9 capt:nab:4.1 capt:put:3.5 capt:tak:1.6 carry:victory:2.7 carry:win:2.8
cas:cas:3.0 cast:elect:0.1 cast:go:2.4 cast:vot:3.0 catch:fir:1.8 catch:it:1.0 caus:caus:1.9 caus:diseas:1.9
ceremony:ceremony:3.2 ceremony:oscar:4.8 ceremony:show:3.0 chang:chang:2.8 chang:eliminat:2.7 chang:issu:3.7
charg:charg:5.9 charg:fil:1.2 charg:homicid:0.2 chas:chas:3.0 check:check:2.2 check:decis:1.6 check:ent:4.2
check:go:2.3 check:head:1.4 check:it:2.2 check:place:2.1 check:seek:4.3 check:stay:0.8 choos:off:2.4 cit:say:1.2
claim:die:1.7 claim:kill:2.0 claim:murd:3.0 claim:say:1.1 claim:shoot:0.3 claim:strik:1.0 clash:clash:1.0
clash:demonstr:1.0 clash:protest:1.2 clash:riot:2.7 clash:unrest:2.2 clash:which:1.0 clean:heist:1.9 climb:climb:2.6
clinch:clinch:5.6 clinch:lock:3.0 clinch:reach:3.1 clinch:sec:3.4 clos:fix:3.7 clos:plug:2.4 comeback:victory:2.7
comeback:win:2.8 communic:communic:2.6 communic:telecom:2.6 communic:traffic:2.7 confes:confes:2.4 confirm:confirm:2.5
confirm:nam:0.0 confirm:say:0.6 confirm:state:3.7 confirm:talk:3.0 confirm:tell:2.3 confiscat:confiscat:3.0
confiscat:seiz:2.7 connect:connect:0.0 connect:servic:1.0 connectivity:servic:2.4 consider:nam:2.7 consider:off:3.0
consult:scienc:2.4 continu:remain:0.6 control:control:2.4 convict:convict:3.0 convict:find:0.2 convict:sentenc:1.7
convict:verdict:2.4 crackdown:raid:2.9 crackdown:sweep:2.4 crash:crash:3.5 crash:mow:1.9 crash:ram:2.9 crash:smash:0.9
crash:that:2.9 crossfir:kill:0.1 crossfir:shoot:2.4 cruis:stop:3.4 cruis:win:1.5 cut:cut:3.4 cut:damag:4.1
cut:fail:1.5 cut:go:0.2 cut:incident:2.8 cut:los:0.2 cut:outag:0.3 cut:problem:2.0 cut:sever:3.8 damag:damag:6.1
damag:destroy:4.6 damag:devastat:4.5 damag:fail:1.5 damag:go:1.3 damag:incident:3.0 damag:level:2.7 damag:problem:2.1
damag:rip:3.7 damag:sever:4.6 dead:dead:4.0 dead:death:2.5 dead:die:4.2 dead:execut:2.7 dead:gun:1.6 dead:hang:5.9
dead:it:0.8 dead:kill:3.4 dead:leav:0.2 dead:murd:2.5 dead:murder:2.4 dead:pas:1.1 dead:seiz:3.2 dead:suicid:4.8
deal:off:2.2 death:death:2.1 death:die:2.5 death:end:1.2 death:gun:0.7 death:it:1.7 death:kill:3.2 death:leav:0.5
death:murd:0.7 death:pas:2.4 death:slay:1.3 death:stab:2.2 decid:decid:3.5 decid:decis:2.4 decid:desir:2.4
decid:determin:0.2 decid:it:1.7 decid:requir:0.8 decis:decis:1.0 decis:desir:1.7 decis:ent:1.5 decis:go:1.2
decis:head:1.0 decis:it:1.7 decis:seek:1.0 decis:stay:1.0 defeat:defeat:2.6 defeat:los:2.8 defeat:victory:3.6
defeat:win:3.4 defend:defend:2.4 defend:keep:2.7 defend:retain:4.2 deliv:issu:3.4 deliv:releas:3.7
demolish:destroy:3.3 demonstr:protest:2.1 deploy:deploy:2.4 destroy:destroy:4.9 destroy:devastat:3.0 destroy:gut:2.9
destroy:reduc:2.9 destroy:rip:3.2 die:die:4.8 die:end:2.1 die:inj:1.7 die:it:3.1 die:kill:3.3 die:leav:1.0
die:murd:1.9 die:pas:3.3 die:pass:4.1 die:shoot:0.2 die:slay:2.0 die:succumb:3.7 direct:direct:4.1 direct:get:1.7
direct:helm:2.2 direct:sign:2.2 direct:tak:1.1 disappear:fall:3.0 discov:discov:3.9 discov:find:4.0 diseas:diseas:3.5
disguis:disguis:2.4 disguis:dres:2.4 disguis:dress:2.4 disguis:pos:2.4 dismantl:stop:2.9 dismiss:fir:3.4
disrupt:disrupt:2.0 disrupt:downtim:1.6 disrupt:fail:0.5 disrupt:go:1.6 disrupt:hamp:2.0 disrupt:hit:2.0
disrupt:interrupt:2.0 disrupt:los:2.2 disrupt:outag:1.9 disrupt:tak:0.5 do:end:2.9 dominat:stop:2.9
downtim:downtim:1.4 downtim:go:1.1 downtim:los:1.6 downtim:outag:2.0 downtim:problem:0.7 driv:driv:5.1 driv:dui:6.3
driv:fle:1.3 driv:guid:1.7 driv:misdemean:3.4 driv:misdemeanour:3.5 driv:mov:0.3 driv:ram:2.9 driv:run:1.6
driv:smash:0.9 driv:transf:1.3 driv:transport:1.8 dui:dui:5.4 dui:misdemean:3.5 dui:misdemeanour:3.2
earthquak:earthquak:5.6 earthquak:quak:6.0 earthquak:trem:0.1 eclips:pas:2.7 eclips:set:2.2 eighth:victory:2.7
eighth:win:2.8 elect:elect:4.0 elect:go:0.1 elect:participat:0.1 elect:vot:0.1 eliminat:issu:2.4 employ:fir:3.4
end:end:3.2 end:shut:3.5 endanger:endanger:3.0 ent:ent:5.0 ent:go:3.7 ent:head:3.0 ent:it:2.0 ent:seek:3.3
ent:stay:2.0 escap:escap:6.4 escap:fle:4.8 escap:lam:4.2 escap:loos:4.2 escap:run:2.9 escap:surviv:3.0 escap:tak:1.5
escap:walk:4.8 escort:escort:3.0 event:pas:2.7 event:set:2.2 exce:exce:2.4 execut:gun:2.7 execut:hack:2.1
execut:hijack:1.0 execut:kill:4.2 execut:tak:1.6 exit:leav:2.4 experienc:experienc:2.0 explain:say:0.6
explod:explod:3.9 explod:explos:4.1 exploit:exploit:3.4 exploit:leverag:2.4 exploit:tak:0.6 exploit:use:2.8
explos:explos:2.4 extend:mak:3.2 fac:fac:2.4 fail:fail:2.4 fail:go:1.2 fail:incident:1.0 fail:los:1.2 fail:outag:1.4
fail:problem:1.0 fail:sever:1.2 fail:tak:0.2 fall:fall:1.8 fall:plung:3.0 fall:victory:2.7 fall:win:2.8
feign:feign:2.4 feign:show:2.4 fight:fight:2.7 fight:play:0.4 final:gam:1.7 find:find:4.2 find:verdict:3.7
finish:scor:0.6 fir:fir:5.1 fir:gun:0.9 fir:inferno:2.4 fir:it:3.3 fir:let:2.7 fir:los:1.6 fir:out:3.4 fir:part:3.4
fir:pull:3.0 fir:push:2.7 fir:reliev:3.5 fir:sack:3.3 fir:shoot:0.2 fir:show:2.3 fir:terminat:3.0 fix:fix:5.5
fix:patch:2.9 fix:plug:5.1 fix:remedy:2.9 fix:resolv:3.7 fle:fle:4.0 fle:leav:0.7 fle:mak:2.9 fle:run:4.7 fle:spe:3.0
fle:tak:0.6 fle:walk:0.4 flip:overturn:3.2 foil:foil:4.8 foil:interdict:3.4 foil:repuls:2.7 foil:thwart:4.9
follow:follow:0.8 gam:gam:5.4 get:get:0.8 get:hijack:1.7 go:go:1.6 go:head:1.3 go:it:1.1 go:los:1.7 go:mov:0.9
go:outag:3.0 go:problem:0.2 go:stay:1.5 go:tak:0.7 go:vot:3.0 grab:grab:2.4 grab:nab:2.4 grab:scoop:2.4 grab:ste:3.9
guid:guid:1.0 guid:lead:1.5 guid:rally:1.7 guid:will:1.7 guilty:guilty:4.6 gun:gun:2.9 gun:kill:1.6 gun:open:3.0
gun:shoot:2.4 gunplay:kill:0.1 gunplay:shoot:2.2 hack:hack:1.7 hack:hijack:1.0 hack:tak:2.1 hack:threat:2.1
hand:sentenc:2.8 handcuff:handcuff:3.0 hang:hang:5.6 hang:seiz:3.9 hang:suicid:5.5 happen:tak:1.1 head:it:1.0
head:plac:4.1 head:stay:1.0 hear:hear:0.8 heist:heist:4.0 heist:raid:4.2 heist:robbery:3.1 heist:theft:0.3
help:help:0.0 hijack:hijack:0.8 hijack:storm:1.5 hijack:tak:0.6 hijack:threat:1.0 hir:hir:3.0 hir:hook:2.4
hir:introduc:2.4 hir:nam:2.4 hir:rehir:3.7 hir:replac:1.6 hir:return:2.4 hir:tak:2.5 history:history:2.2 hit:hit:5.0
hit:jolt:2.4 hit:mow:2.2 hit:shak:2.4 hit:shoot:1.6 hit:strik:4.6 hold:hold:3.6 hold:tak:0.6 homicid:murd:1.3
host:host:2.8 host:it:2.5 host:stint:2.3 host:thi:3.2 host:tour:3.2 hurl:hurl:2.4 hurl:throw:2.4 hurt:inj:4.0
hurt:wound:3.7 i.r.:list:2.7 i.r.:reserv:3.5 incident:oper:2.1 incident:sever:1.5 inj:inj:4.1 inj:injury:2.7
inj:kill:0.2 inj:wound:4.8 injur:ir:3.5 injur:reserv:4.5 injury:injury:2.4 interdict:thwart:3.2 internet:link:1.2
internet:servic:3.0 investig:investig:0.8 ir:ir:3.5 ir:list:3.4 ir:reserv:5.5 issu:issu:4.9 issu:mov:3.4
issu:releas:5.5 issu:rush:3.5 it:it:0.8 it:nam:1.7 it:off:2.4 it:pas:1.5 it:stint:1.7 it:thi:1.7 it:throw:1.7
it:tour:1.7 job:job:4.1 job:offic:3.0 job:pos:3.0 job:post:4.1 job:which:3.0 job:work:0.7 jolt:jolt:2.2 jolt:shak:1.7
jolt:strik:2.7 keep:keep:3.0 keep:retain:5.0 kill:kill:5.5 kill:murd:2.4 kill:murder:3.0 kill:shootout:0.1
kill:slain:3.4 kill:slay:4.0 kill:stab:2.5 knock:knock:2.4 know:know:3.9 lam:run:1.7 lam:tak:1.0 launch:releas:3.5
launch:rush:2.9 leav:leav:2.0 leav:step:1.5 leverag:tak:0.5 leverag:use:1.7 lif:sentenc:2.1 link:link:0.8
link:seacom:3.0 link:servic:1.3 list:list:3.0 list:reserv:5.2 lock:sec:3.0 lock:win:0.4 loos:run:1.7 loos:tak:1.0
los:los:3.0 los:outag:2.8 los:tak:0.9 los:top:2.8 los:victory:3.7 los:win:3.3 mak:mak:4.0 mak:pas:1.4 mak:play:0.4
mak:releas:2.2 mak:reve:1.0 mak:set:0.5 mak:show:0.6 manslaught:manslaught:2.4 mark:mark:2.8 mark:record:5.1
mark:spot:2.7 mark:that:1.0 meas:meas:2.4 mis:mis:3.9 mov:mov:1.7 mov:pas:1.6 mov:releas:3.4 mov:replac:1.5
mov:set:1.4 mov:transf:2.9 mov:transport:2.7 mow:strik:2.0 murd:murd:4.8 murd:murder:4.3 murd:slay:4.1 murd:stab:1.4
murd:strik:1.4 murd:which:2.4 music:music:2.4 music:musical:2.4 mvc:tourna:3.7 nab:ste:2.9 nab:tak:1.6 nam:nominat:3.8
nam:nomine:3.0 nam:off:2.8 nam:return:0.5 nam:tak:1.1 negoti:negoti:5.9 negoti:negotiat:4.0 negoti:tabl:3.9
negoti:talk:3.9 nomin:nominat:4.5 nomin:nomine:3.7 nominat:nominat:5.6 nominat:nomine:5.6 nomine:nomine:3.9
off:off:3.6 off:recruit:2.4 offic:post:2.4 open:open:4.5 open:quarterfin:3.0 open:shoot:2.3 oper:oper:2.7
oper:raid:2.9 oper:seacom:2.4 oper:servic:1.1 oper:sweep:2.4 oscar:oscar:4.5 oscar:show:2.5 oscar:®:3.9
outag:outag:3.4 outag:problem:0.9 outag:tak:1.4 overcom:victory:2.7 overcom:win:2.8 overturn:overturn:4.3
overturn:restor:3.9 overturn:revers:3.9 participat:rol:2.7 participat:vot:2.4 party:party:6.1 pas:pas:3.0 pas:set:2.1
patch:plug:2.4 patrol:patrol:3.5 perform:stint:0.4 piracy:piracy:4.3 piracy:pirat:3.2 plac:plac:6.6 plac:put:5.2
play:play:1.1 play:releas:1.8 play:show:1.3 play:stamped:1.2 play-off:playoff:3.0 playoff:playoff:5.6 plough:ram:2.9
plough:smash:0.9 plug:plug:3.0 plug:remedy:2.4 plug:resolv:2.4 point:point:2.4 pos:post:2.4 post:post:2.4
post:which:2.4 present:releas:2.7 privacy:privacy:2.4 problem:problem:1.0 problem:reason:1.7 problem:sever:1.5
protect:protect:2.1 protect:shield:2.2 protest:protest:1.0 protest:riot:1.5 protest:strik:0.3 protest:vigil:1.7
pull:pull:3.4 pull:shoot:0.3 push:releas:3.5 push:rush:2.9 put:put:2.4 put:tak:1.2 put:victory:3.0 quak:quak:4.8
quak:trem:0.1 quarterfin:quarterfin:2.4 raid:raid:3.8 raid:robbery:2.8 raid:sweep:3.9 raid:swoop:2.9 raid:theft:0.4
ram:ram:3.5 ram:smash:1.1 rampag:shoot:4.8 reason:reason:1.6 receiv:receiv:2.4 record:record:5.2 record:spot:4.1
record:that:1.7 rehab:rehab:5.0 rehab:stay:2.1 rehab:stint:4.2 rehab:treat:3.1 rehir:rehir:3.0 releas:releas:5.7
releas:reve:1.2 releas:rush:5.1 releas:show:3.3 repair:repair:1.6 repair:resolv:2.5 repair:restor:1.4 replac:tak:1.7
report:report:0.0 repuls:thwart:1.5 reserv:reserv:6.0 resign:toppl:2.4 resolv:restor:0.4 respect:respect:1.0
restor:restor:2.9 restor:revers:2.7 result:result:2.4 retain:retain:5.3 return:return:4.4 return:tak:0.5
reve:undisclos:1.5 reve:unknown:1.7 review:review:2.4 riot:riot:5.4 riot:strik:1.0 riot:unrest:3.9 robbery:robbery:1.7
robbery:theft:1.3 rol:rol:3.0 round:round:3.1 round:six:3.5 round:sixth:3.5 rum:rum:4.3 run:run:4.1 run:spe:3.3
run:tak:0.1 run:walk:0.0 rush:rush:3.1 say:say:1.6 say:specify:0.8 say:talk:0.1 say:tell:0.6 say:undisclos:0.1
scand:that:1.5 scand:watergat:4.7 scienc:scienc:2.4 scoop:ste:2.9 scor:scor:0.7 seacom:seacom:2.4 seacom:servic:1.3
sec:sec:2.4 sec:win:0.5 see:see:3.0 see:watch:3.7 seiz:suicid:2.9 sentenc:sentenc:4.0 sequel:sequel:6.0 serv:serv:3.5
servic:servic:2.5 servic:telecommunic:2.7 set:set:2.8 set:stop:1.8 set:torch:2.7 shield:shield:3.0 shoot:shoot:4.5
shoot:shootout:2.2 shoot:shot:3.8 shoot:slay:1.1 shoot:strik:1.3 shoot:tak:0.7 shoot:that:3.8 shot:shot:1.3
show:show:1.7 sign:tak:1.0 slay:slay:2.7 slay:stab:2.2 sleep:sleep:3.9 slip:slip:4.3 smash:smash:2.4 snatch:ste:4.0
spark:spark:3.0 spark:touch:2.7 spark:trigg:3.3 spark:unleash:3.3 spe:spe:3.5 spe:speed:2.9 sprain:sprain:3.9
sprain:tweak:3.0 spray:spray:2.4 stab:stab:1.9 stab:stabb:2.2 state:state:0.6 state:talk:1.5 state:tell:2.1
stay:stint:1.5 stay:surviv:2.4 stay:treat:1.2 ste:ste:4.6 ste:tak:0.2 stint:stint:1.5 stint:thi:1.7 stint:tour:1.7
stint:treat:2.5 stop:stop:4.2 stop:stoppag:3.9 stop:win:2.2 stoppag:win:1.3 storm:tak:0.6 strik:strik:3.7
suff:suff:3.9 suicid:suicid:3.5 surviv:surviv:2.4 suspect:suspect:2.3 suspend:suspend:4.5 suspic:suspic:6.3
sweep:sweep:2.4 sweep:swoop:2.4 swim:swimm:2.1 swimm:swimm:1.7 tak:tak:1.2 tak:threat:2.2 tak:walk:0.7 talk:tell:2.0
target:target:2.4 telecom:traffic:2.4 tell:tell:1.6 term:term:3.0 testimony:testimony:2.4 that:watergat:2.0
them:them:2.4 threaten:threaten:2.4 throw:throw:3.7 thwart:thwart:4.0 top:victory:3.0 top:win:3.1 toppl:toppl:2.4
tourna:tourna:3.9 tourna:valley:3.0 traffic:traffic:2.2 transf:transf:2.4 transf:transport:3.7 transport:transport:3.0
treat:treat:2.8 tri:tri:5.2 trigg:unleash:2.7 try:try:3.2 turn:turn:3.2 use:use:1.0 verdict:verdict:2.4
victory:victory:4.8 victory:win:4.1 vigil:vigil:4.3 vot:vot:2.4 walk:walk:3.6 watch:watch:2.4 watergat:watergat:6.3
win:win:3.3 work:work:2.7 wound:wound:4.9
"""

PAIR_MODEL = PairModel(
    bias=-5.304,
    weights=_WEIGHTS,
    roots={(a, b): float(odds) for a, b, odds in (row.split(":") for row in _ROOTS.split())},
)
