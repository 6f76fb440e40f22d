# The words of the interface, English: the language every message is written in first.
# One message a key; `{ $n }` is a number and chooses the plural, `{ $here }` is where the page puts a link.

tongue-name = English
tongue-dir = ltr

## The frame of every page

layout-skip = Skip to the news
layout-plate = Wireroom, front page
layout-edition = Today’s edition
layout-main = Main
layout-about = A news engine on this house’s own machine.
layout-signed-in = Signed in as { $name }.
layout-sign-out = Sign out
layout-foot = Wireroom { $version }, on this house’s own machine.
layout-low-disk = The disk is nearly full ({ $free } free): nothing new is fetched until there is room. Nothing is lost.

menu-edition = Edition
menu-latest = Latest
menu-topics = Topics
menu-outlets = Outlets
menu-feeds = Feeds
menu-search = Search
menu-ask = Ask

## Times

month = { $n ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
month-brief = { $n ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}
# 1 is Monday.
weekday = { $n ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
time-day = { $weekday } { $day } { $month } { $year }
time-month = { $month } { $year }
time-date = { $day } { $month }
time-date-year = { $day } { $month } { $year }
time-at = { $date }, { $clock }
time-full = { $date }, { $clock } ({ $offset })
time-unknown = no date given
time-now = just now
time-soon = within a minute
time-minutes-ago = { $n ->
    [one] { $n } minute ago
   *[other] { $n } minutes ago
}
time-hours-ago = { $n ->
    [one] { $n } hour ago
   *[other] { $n } hours ago
}
time-days-ago = { $n ->
    [one] { $n } day ago
   *[other] { $n } days ago
}
time-in-minutes = { $n ->
    [one] in { $n } minute
   *[other] in { $n } minutes
}
time-in-hours = { $n ->
    [one] in { $n } hour
   *[other] in { $n } hours
}
time-in-days = { $n ->
    [one] in { $n } day
   *[other] in { $n } days
}

## Counts and small words

count-outlets = { $n ->
    [one] { $n } outlet
   *[other] { $n } outlets
}
count-origins = { $n ->
    [one] { $n } origin
   *[other] { $n } origins
}
count-independent-origins = { $n ->
    [one] { $n } independent origin
   *[other] { $n } independent origins
}
count-articles = { $n ->
    [one] { $n } article
   *[other] { $n } articles
}
count-stories = { $n ->
    [one] { $n } story
   *[other] { $n } stories
}
count-feeds = { $n ->
    [one] { $n } feed
   *[other] { $n } feeds
}
tag-over = { $n ->
    [one] more than { $n } story
   *[other] more than { $n } stories
}
count-entries = { $n ->
    [one] { $n } entry
   *[other] { $n } entries
}
count-copies = { $n ->
    [one] { $n } copy
   *[other] { $n } copies
}
count-texts = { $n ->
    [one] { $n } text
   *[other] { $n } texts
}
count-versions = { $n ->
    [one] { $n } version
   *[other] { $n } versions
}
count-words = { $n ->
    [one] { $n } word
   *[other] { $n } words
}
count-paragraphs = { $n ->
    [one] { $n } paragraph
   *[other] { $n } paragraphs
}
count-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
count-hours = { $n ->
    [one] { $n } hour
   *[other] { $n } hours
}
count-minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}
list-two = { $first } and { $last }
list-comma = { $first }, { $next }
list-more = { $names } and { $n } more
number-decimal = .
percent = { $n }%
bytes-b = { $n } bytes
bytes-kb = { $n } kB
bytes-mb = { $n } MB
bytes-gb = { $n } GB
bytes-tb = { $n } TB

## Doors, lists, topics and outlets

page-newer = Newer
page-older = Older
latest-say = Every story by the time of its newest article.
latest-none = No story yet. Stories appear as articles arrive.
latest-end = That is all the house has.
login-title = Sign in
login-no-owner = This house has no owner yet. The set-up link stands in wireroom’s log; open it to choose a name and a password.
login-wrong = Name and password do not fit together. Try again.
setup-title = Set up this house
setup-say = You are its first reader, and its owner. Choose a name and a password; nothing else is asked.
setup-do = Open the house
follow-no-more = Follow no more
tags-none = You follow no topic yet. Open one below, or from a story, and press Follow.
tags-say = What you follow, under every spelling.
tags-no-story = no story yet
tags-newest = { $stories }, the newest { $here }
tags-find = Find a topic
tags-find-help = Any spelling of a name leads to the same topic.
tags-open = Open
tags-offered = In the newest stories
tag-none = No story of this house has this topic yet.
tag-stories = { $stories }, newest first.
tag-spelt = Printed as { $names }; every spelling leads here
tag-yours = Topics you follow
tag-blank-followed = You follow it: its stories stand here as soon as there is one.
tag-blank = Follow it, and its stories stand here as soon as there is one.
tag-end = That is all the house has of it.
tag-many = You follow { $n } topics, which is as many as one may. Let one go on the page of your topics first.
tag-list = Topics
tag-followed = followed
outlets-none = No outlet yet. They appear with the first articles.
outlets-say = { $outlets }, { $articles }. Filled is a text of its own, as far as the house knows; hollow is one carried from another.
outlets-by-publisher = By publisher
outlets-outlet = Outlet
outlets-both = Own and carried
outlets-own = Own
outlets-carried = Carried
outlets-last = Last article
outlet-say = { $articles }: { $own } are its own, { $carried } carried from others.
outlet-publisher = Belongs to { $here }, by a list that was brought in
outlet-read = Last article read { $here }
outlet-followed = You follow it: its stories stand higher in your edition, and say so.
outlet-follow-help = Its stories then stand higher in your edition, and say so.
outlet-story = Its story
line-word-for-word = carries another’s text word for word
line-edited = carries another’s text, edited
line-part = carries part of another’s text
line-most = carries another’s text, and more of it than any other outlet
line-passages = shares passages with another
line-order-unknown = which printing was first is unknown
line-no-earlier = no earlier printing in this house
line-own = own text, as far as the house knows

## Feeds

feeds-none = No feed yet. Add one by its address, or bring an OPML file from another reader.
feeds-all-well = { $feeds }, all well.
feeds-some-well = { $n ->
    [0] { $feeds }, { $well } well; none needs you.
    [one] { $feeds }, { $well } well; one needs you.
   *[other] { $feeds }, { $well } well; { $n } need you.
}
feeds-needy = { $n ->
    [one] One needs you
   *[other] { $n } feeds need you
}
feeds-rest = The rest
feeds-feed = Feed
feeds-health = Health
feeds-happened = What happened
feeds-articles = Articles
feeds-last = Last read
feeds-never = never
feeds-change = Change
feeds-private = private
feeds-next = Next read { $here }
feeds-now = Read now
feeds-choices = Choices
feeds-word-failing = Failing
feeds-word-gone = Gone
feeds-word-silent = Silent
feeds-word-twice = Failed twice
feeds-word-once = Failed once
feeds-word-waiting = Waiting
feeds-word-resting = Resting
feeds-word-well = Well
feeds-told-failing = Failed { $n } times in a row; last read { $ago }.
feeds-told-never = Failed { $n } times in a row; it was never read.
feeds-told-gone = The publisher took it away for good: remove it, or look for the site’s new feed.
feeds-told-silent-daily = It used to speak every day; nothing for { $span }. The feed still answers: the publisher may have moved to another one.
feeds-told-silent = It used to speak every { $n } days; nothing for { $span }. The feed still answers: the publisher may have moved to another one.
feeds-told-waiting = It is tried again by itself.
feeds-told-unread = Not read yet.
feeds-told-paused = You paused it.
span-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
feeds-read-minutes = { $n ->
    [one] Read every minute
   *[other] Read every { $n } minutes
}
feeds-read-hours = { $n ->
    [one] Read every hour
   *[other] Read every { $n } hours
}
feeds-speaks-day = { $n ->
    [1] Speaks about once a day.
    [2] Speaks about twice a day.
    [one] Speaks about { $n } times a day.
   *[other] Speaks about { $n } times a day.
}
feeds-speaks-week = Speaks about once a week.
feeds-speaks-month = Speaks about once a month.
feeds-speaks-days = { $n ->
    [one] Speaks about every { $n } days.
   *[other] Speaks about every { $n } days.
}
feeds-texts-all = { $n ->
    [1] Its one text is whole.
    [one] All of the last { $n } texts whole.
   *[other] All of the last { $n } texts whole.
}
feeds-texts-some = { $whole } of the last { $all } whole; { $lacks }.
feeds-texts = { $n ->
    [one] { $n } text
   *[other] { $n } texts
}
feeds-stumps = { $n ->
    [one] { $n } only the feed’s words
   *[other] { $n } only the feed’s words
}
feeds-empty = { $n ->
    [one] { $n } empty
   *[other] { $n } empty
}
feeds-add = Add a feed
feeds-address = Address
feeds-address-help = A site’s address is enough; Wireroom looks for its feed. So is a channel, a profile or a repository. What is there is shown first; nothing is added before you say so.
feeds-look = Look
feeds-lists = Bring or take a list
feeds-file = File from another reader
feeds-or-list = Or the address of a list
feeds-list = Address of an OPML list
feeds-or-paste = Or paste its text
feeds-opml = OPML text
feeds-bring = Bring them in
feeds-take = Or { $here }, with folders, titles and choices. Passwords, cookies and headers stay here.
feeds-take-link = take your feeds along as OPML
feeds-watch = Health as a feed
feeds-watch-help = Any reader can tell you when a feed fails, goes or falls silent: one item for each change. The address is secret and yours alone; a new one ends the one before.
feeds-watch-make = Make an address
feeds-watch-once = Give this address to your reader now; it is not shown again: { $address }
feeds-watch-path = Give this path, behind this site’s own address, to your reader now; it is not shown again: { $path }
feeds-watch-title = Feed health
feeds-watch-failing = { $name } is failing
feeds-watch-gone = { $name } is gone
feeds-watch-silent = { $name } fell silent
feeds-watch-well = { $name } is well again
feeds-sites = Their sites
feeds-sites-help = What a site prints on page after page is learnt and left out of its texts. { $here }.
feeds-sites-link = See what, undo it, or say how a site is read
feeds-kept = What the house keeps
feeds-kept-help = Everything is kept for ever unless the settings say otherwise.
kept-pages = Raw pages
kept-texts = Texts
kept-rest = The rest of the database
kept-other = Search index and copies
kept-all = In all
kept-free = Free on the disk
feeds-no-address = An address is needed, such as https://example.org/feed.
feeds-choose = { $n ->
    [one] This site has { $n } feed
   *[other] This site has { $n } feeds
}
feeds-choose-say = Tick those that you want to read. Nothing is added yet.
feeds-choose-do = Add what is ticked
feeds-found-none = { $n ->
    [one] No feed was found there; { $n } address was tried
   *[other] No feed was found there; { $n } addresses were tried
}
feeds-found-none-say = Look on the site for a link called RSS or Atom. Or add the address as it is: it is looked at again with each turn.
feeds-as-is = Add { $address } as it is
feeds-no-list = Choose an OPML file, paste its text, or give its address.
feeds-brought = { $feeds } added; { $known } were here already.
feeds-left-out = { $n ->
    [one] { $n } line left out:
   *[other] { $n } lines left out:
}
and-more = { $n ->
    [one] and { $n } more
   *[other] and { $n } more
}
feed-site = Its site
feed-yours = Yours
feed-title = Your title
feed-folders = Your folders
feed-folders-help = One a line; News/World is the folder World in the folder News.
feed-read = How it is read
feed-text-from = Texts are taken from
feed-text-auto = the page, unless the feed carries the whole text
feed-text-feed = always the feed
feed-text-page = always the page
feed-copies = Copies that it brings
feed-folded = are folded under their origin
feed-unfolded = stand on their own, each with who else prints it
feed-asked = It is asked
feed-interval-auto = as the feed’s own rhythm asks
feed-interval-minutes = { $n ->
    [one] every minute
   *[other] every { $n } minutes
}
feed-interval-hours = { $n ->
    [one] every hour
   *[other] every { $n } hours
}
feed-interval-seconds = { $n ->
    [one] every { $n } second
   *[other] every { $n } seconds
}
feed-interval-twice = twice a day
feed-interval-day = once a day
feed-interval-week = once a week
feed-access = What it is asked with
feed-access-none = Nothing but its address. For a feed behind a login, fill in what its publisher gave you; it is sent to this feed’s own host alone and never shown again.
feed-access-some = It is sent { $names }. No page and no log shows more.
feed-access-header = the header { $name }
feed-access-cookie = a cookie
feed-access-basic = a name and password
feed-access-other = A cookie or a header instead
feed-cookie = Cookie
feed-header = Header
feed-header-value = Its value
feed-access-drop = Take all of it away
feed-writer = A machine’s words
feed-writer-help = Where the house has a writer, sentences of this feed may be sent to it, to be shortened and joined.
feed-writer-sent = Its texts are sent
feed-writer-auto = only if it is public and asked with no secret
feed-writer-yes = yes, they may be sent
feed-writer-no = never
feed-rests = It rests
feed-stop = Rest or end
feed-rests-help = It is not asked. What it brought is here.
feed-resume = Read it again
feed-stop-help = While it rests it is not asked, and what it brought stays.
feed-pause = Let it rest
feed-remove = Remove this feed
feed-remove-help = It is asked no more, and its entries, choices and passwords go. The articles that it brought stay, in their stories and in search.
feed-remove-sure = Yes, remove { $name }
feed-remove-do = Remove it
feed-nothing = Nothing was filled in, so nothing changed.
feed-not-sure = Tick that you mean it; nothing was removed.
hub-active = The hub { $hub } pushes to this house, { $last }, for { $until } more.
hub-last = last { $ago }
hub-nothing = nothing yet
hub-failed = The hub { $hub } could not be asked to push.
hub-wanted = The hub { $hub } is to be asked to push.
hub-asked = The hub { $hub } was asked to push and has not answered yet.
hub-denied = The hub { $hub } does not push.
hub-leaving = The hub { $hub } is being left.
hub-unnamed = named by the feed

## A feed before it is added

feeds-choose-one = Nothing is added yet.
feeds-choose-this = Add this feed
feeds-choose-not = Not now
feeds-offer-known = This house has it already; adding it subscribes you.
feeds-offer-latest = What it begins with
feeds-spot-named = named by the page
feeds-spot-linked = linked on the page
feeds-spot-kind = where such sites keep it
feeds-spot-usual = at a usual place
feeds-spot-part = a part of the site
feeds-spot-comments = readers’ comments
feeds-silent = { $address } could not be read
feeds-silent-say = Nothing is added. Look whether the address is right and try again; or add it as it is: it is asked again with each turn.

## Publishers and sites

publishers-title = Publishers
publishers-none = Outlets of one owner are one voice. No list of owners comes with Wireroom: bring your own, and stories count publishers too.
publishers-say = { $publishers } own the outlets of this house, by { $lists }. An outlet in no list is counted as its own.
publishers-lists-count = { $n ->
    [one] { $n } list
   *[other] { $n } lists
}
publishers-unlisted = In no list
publishers-keep = Keep this list
publishers-bring = Bring in a list
publishers-name = Its name
publishers-list = The list
publishers-replace = In place of all other lists
publishers-keep-do = Keep it
publishers-again = Try it again
publishers-help = CSV with a first line such as { $here }; or the same as TOML or JSON.
publishers-file = File
publishers-paste = Or paste it
publishers-see = See what it changes
publishers-lists = Lists
publishers-lists-help = The newest list that holds an outlet says whose it is.
publishers-replaced = replaced
publishers-remove = Take away
publishers-owned = Outlets by publisher
publishers-no-file = Choose a file, or paste the list.
publishers-unnamed = A list from the page
publishers-read = { $outlets } of { $publishers }.
publishers-known = The house has this list already; nothing was changed.
publishers-dry = Nothing is kept yet.
publishers-in = The list is in.
publishers-gone = The list is gone.
publishers-after = { $n ->
    [one] { $owned } of { $outlets } of the house have a publisher; { $n } story is counted anew.
   *[other] { $owned } of { $outlets } of the house have a publisher; { $n } stories are counted anew.
}
publishers-would = { $n ->
    [one] With it, { $owned } of { $outlets } of the house have a publisher; { $n } story is to be counted anew.
   *[other] With it, { $owned } of { $outlets } of the house have a publisher; { $n } stories are to be counted anew.
}
publishers-left-out = { $n ->
    [one] { $n } line left out in all
   *[other] { $n } lines left out in all
}
publishers-now = { $outlet }: { $after }
publishers-moved = { $outlet }: { $after }, no longer { $before }
publishers-lost = { $outlet }: in no list, no longer { $before }
sites-title = Sites
sites-nothing = Nothing is left out yet: a paragraph is learnt once it stood on several pages of a site.
sites-learnt = { $paragraphs } that { $sites } on page after page stay out of the texts.
sites-with = { $n ->
    [one] one site prints
   *[other] { $n } sites print
}
sites-kept = { $n ->
    [one] One stays because you said so.
   *[other] { $n } stay because you said so.
}
sites-ready = { $n ->
    [one] { $n } override stands ready.
   *[other] { $n } overrides stand ready.
}
sites-unknown = No article of this house is read from a page at this address. Copy the address from the article’s link to its original.
sites-outgrown = matches nothing on its last { $n } pages: its site may have changed
sites-missed = a selector matched nothing on { $missed } of { $pages }
count-pages = { $n ->
    [one] { $n } page
   *[other] { $n } pages
}
sites-faults = Overrides with a fault
sites-faults-help = They are left out until they are mended; their sites are read by the usual rules.
sites-all = All sites
sites-site = Site
sites-override = Override
sites-pages = Pages read
sites-out = Left out
sites-you-keep = You keep
sites-you-drop = You leave out
sites-look = Look at a page
sites-address = Address of an article’s original
sites-address-help = It shows the text with and without what is known of its site, and what was left out by which rule.
sites-how = How it is learnt
sites-how-say = A paragraph that stood on five other pages of a site, and on one page in eight, is the site’s and no article’s. Only hashes and counts are kept, and one short sample of each. Pages of private feeds teach nothing.
sites-folder = Overrides are files in { $here }
site-you-keep = You keep it
site-you-drop = You leave it out
site-out = Left out
site-forgotten = (its text was forgotten)
site-on = On { $pages }.
site-named = Named by you on a page.
site-lack = { $n ->
    [one] { $n } text lacks it now.
   *[other] { $n } texts lack it now.
}
site-lack-gone = { $n ->
    [one] One of their pages is no longer kept, so that its text stays as it is.
   *[other] { $n } of their pages are no longer kept, so that those texts stay as they are.
}
site-unread = No page of this site was read yet.
site-latest = The latest { $n } articles are below.
site-read = { $n ->
    [one] { $n } article read here.
   *[other] { $n } articles read here.
}
site-none-out = Nothing is left out of their texts as the site’s own.
site-are-out = { $n ->
    [one] { $n } paragraph is left out of the texts as the site’s own.
   *[other] { $n } paragraphs are left out of the texts as the site’s own.
}
site-others-stay = { $n ->
    [one] One stays because you said so.
   *[other] Others stay because you said so.
}
site-did-keep = It stays in the texts from now on.
site-did-keep-back = It stays in the texts from now on, and comes back to { $articles } in about a minute.
site-did-drop = It goes from every text of this site; { $pages }.
site-did-saved = Saved. It holds from the next page on; the pages that are kept can be read again below.
site-did-removed = The override was taken away. The site is read by the usual rules from the next page on.
site-did-again = { $pages }.
site-rereads = { $n ->
    [0] no page is kept to be read again
    [one] { $n } page is read again
   *[other] { $n } pages are read again
}
site-did-gone = { $n ->
    [one] One page is no longer kept: its article stays as it is.
   *[other] { $n } pages are no longer kept: their articles stay as they are.
}
site-did-more = { $n ->
    [one] { $n } page more is kept; wireroom reprocess reads all of them.
   *[other] { $n } pages more are kept; wireroom reprocess reads all of them.
}
site-matched-none = matched nothing
site-matched = { $n ->
    [one] matched { $n } element
   *[other] matched { $n } elements
}
site-same = The text is the same both ways.
site-less = { $n ->
    [one] { $n } paragraph less.
   *[other] { $n } paragraphs less.
}
site-more = { $n ->
    [one] { $n } paragraph more.
   *[other] { $n } paragraphs more.
}
site-less-more = { $n ->
    [one] { $n } paragraph less, { $more } more.
   *[other] { $n } paragraphs less, { $more } more.
}
site-facts-differ = What is said of it (title, authors or date) differs.
site-no-text = No text.
site-repeats = What it prints again and again
site-said = You said so { $here }.
site-keep = Keep it in the texts
site-drop = Leave it out
site-above = { $file } holds for this host too; what is saved here becomes a file of its own.
site-usual = The site is read by the usual rules. An override is a file that says otherwise.
site-text = What it says
site-try-on = Try it on
site-or-address = Or on the page at an address
site-address = Address of a page that an article is read from
site-try = Try it
site-save = Save it
site-key-body = where the text stands; several are joined in page order
site-key-drop = what is none of it
site-key-facts = where these are read
site-key-learn = learn nothing of this site, leave nothing out that was learnt
site-key-hosts = other hosts that are read alike; a host stands for those below it
site-key-notes = why, for whoever comes after you
site-selectors = Selectors are CSS, one in quotes or several in square brackets. Trying changes nothing; an empty text, saved, takes the file away.
site-again = Read its kept pages again
site-both = One page both ways
site-plain = By the usual rules alone
site-with = With what is known of the site
site-mark-gone = left out
site-mark-new = only here
site-name = Something in it is none of the article’s
site-name-say = Name the paragraph; it goes from every text of { $host }
site-rules = What is not in the text, and why
site-rule = Rule
site-blocks = Blocks
site-texts = Texts
site-show = Show
site-no-page = Choose a page to try it on, or give the address of one that an article here is read from.
site-form-block = The form names no paragraph.
site-form-page = The form names no page.

## Why a block is not in a text

cut-element = In an element that never holds an article: nav, footer, aside, form, button, menu.
cut-named = In an element whose names call it furniture.
cut-comments = Readers’ comments.
cut-hidden = Not shown to readers.
cut-tag-link = A link to a tag’s page.
cut-card = One of several cards of one form with a headline that leads elsewhere.
cut-offer = In a box that asks for an address, or with a link to subscribe, register or give.
cut-other-article = Of another article of the page.
cut-caption = A picture’s caption or credit, set aside with the captions.
cut-post = An embedded post, kept in the HTML with its source.
cut-title = The title once more.
cut-other-title = A first-level heading inside the text.
cut-linked-heading = A heading that is a link.
cut-furniture-heading = A heading over what is not the article.
cut-under-furniture-heading = Under a heading over what is not the article.
cut-about-article = In an element named for what is said about an article: byline, tools, counts.
cut-date-line = A date or time of its own.
cut-links = Mostly links.
cut-link-list = In a list that is mostly links.
cut-phrase = Begins or reads as furniture does.
cut-begging = Asks for money, addresses or consent, in several ways.
cut-repeated = Stood on the page before.
cut-pull-quote = A sentence of the text, set large.
cut-outside-statement = Outside the text that the page states as data.
cut-byline = Names the writer, and little else.
cut-head-label = A label before the first sentence.
cut-biography = About the writer.
cut-sign-off = In which the makers sign below the text; they are credited.
cut-tail-label = A label after the last sentence.
cut-bare-heading = A heading with nothing under it.
cut-learnt-of-site = The site prints it on many of its pages.
cut-override = The site’s override leaves it out.
cut-outside = Outside the part that was chosen.

## The rest of the menu

menu-more = More

## Folders, pictures, corrections

folders-title = Your folders
folders-help = They are yours alone. A feed may stand in several of them.
folders-move = Put feeds into a folder
folders-which = Folder
folders-put = Put in
folders-take = Take out
folders-none = No feed was ticked. Nothing was changed.
folders-at-once = At most { $n } feeds at once. Nothing was changed.
folders-make = A new folder
folders-make-do = Make it
folders-new-name = Its name
folders-rename = Rename
folders-end = Delete the folder
folders-end-help = The feeds in it stay, and are read as before. Folders within it go too.
folders-name = A folder needs a name of one line, at most { $n } characters.
folders-many = There are { $n } folders, which is as many as one may have. Delete one first.
folders-unknown = There is no such folder any more. Nothing was changed.
done-folder-made = The folder is there. Now feeds can be put into it, below.
done-folder-moved = The folder is as you chose.
done-folder-renamed = The folder has its new name.
done-folder-ended = The folder is gone; its feeds stay.
settings-no-pictures = No pictures
settings-no-pictures-help = Pages then load none.
story-corrected = Corrected
story-coverage-corrected = { $n ->
    [one] { $n } article was corrected later: ringed.
   *[other] { $n } articles were corrected later: ringed.
}

## Forms that cannot be read

form-pieces = The form arrived in pieces that do not fit. Send it again.
form-line = The form arrived without the line that parts its fields. Send it again.
form-fields = The form has more fields than any page of this house.
feeds-bad-address = “{ $address }” is no web address. One looks like example.org or https://example.org/feed: look whether a letter or a dot is missing.

## Why, in another’s words

feeds-told-because = { $reason } { $said }

## Comments

talk-title = Comments
talk-title-of = Comments on: { $story }
talk-title-one = A comment by { $name }
talk-none-yet = Nobody has said anything yet.
talk-nothing-yet = Nobody has said anything in this house yet. Comments begin on the page of a story.
talk-be-first = Say something
talk-all = { $n ->
    [one] { $n } comment
   *[other] { $n } comments
}
talk-feed = As a feed
talk-everywhere = Comments on all stories
talk-everybodys = Everybody’s comments
talk-mine = Your own comments
talk-about = About
talk-about-story = The story as a whole
talk-say = Your comment
talk-say-help = Markdown: *emphasis*, > quotes, - lists, [links](https://…). No HTML, no pictures; at most { $n } characters.
talk-send = Comment
talk-on-sentence = On the sentence
talk-on-figure = On the figure
talk-words-gone = The words it stands on are not kept any more, or not for you.
talk-edited = edited
talk-answers = answers
talk-more-of-one = Answer and more
talk-newer = Newer
talk-older = Older
talk-back = Back to the comments
talk-answer = Your answer
talk-edit = Edit
talk-edit-text = Your comment
talk-keep = Keep the change
talk-delete = Delete
talk-delete-help = Its words go; answers stay. Editors can still read what it said.
talk-report = Report
talk-report-why = What is wrong with it?
talk-mute = Mute this reader
talk-unmute = Hear this reader again
talk-mute-help = You alone no longer see what a muted reader says. The reader does not learn of it.
talk-rule = Your decision
talk-reason = Reason, which the author reads
talk-stands = Let it stand
talk-hide = Hide it
talk-ruled = Decisions
talk-ruled-hidden = { $by } hid it
talk-ruled-stands = { $by } let it stand
talk-history = What it said before
talk-history-help = Seen by its author and by editors.
talk-was-edited = Before an edit
talk-was-deleted = Before it was deleted
talk-nobody = an account that is gone
talk-waits = It waits for an editor; only its author and editors see it.
talk-waits-others = This comment waits for an editor.
talk-hidden-seen = An editor hid it; only its author and editors see it.
talk-hidden = An editor hid this comment.
talk-deleted = This comment was deleted.
talk-muted = By a reader whom you muted.
talk-moderation = Moderation
talk-moderation-help = What readers reported and what waits. Every decision keeps its reason.
talk-queue = To decide
talk-queue-empty = Nothing waits for you.
talk-first-comment = A first comment of a new account
talk-reported-by = Reported by
talk-setting = First comments
talk-setting-on = The first comments of a new account wait here until an editor lets them stand.
talk-setting-off = Comments of new accounts are shown at once.
talk-setting-begin = Let first comments wait
talk-setting-end = Show them at once
talk-secret = Give this address to your feed reader now; it is not shown again. With a story’s number behind it (/17), it is the feed of that story.
talk-secret-help = A secret address gives your feed reader what you may see here. A new one ends the one before.
talk-secret-make = Make a secret address
talk-did-said = Your comment stands.
talk-did-waits = Your comment is kept. The first ones of an account wait for an editor; you see it here.
talk-did-edited = Changed. What it said before is kept for you and for editors.
talk-did-deleted = Deleted. Answers to it stay.
talk-did-reported = Reported. An editor will look at it.
talk-did-muted = Muted. Its author’s comments are not shown to you any more.
talk-did-unmuted = You hear this reader again.
talk-did-ruled = Decided, and kept with its reason.
talk-did-set = Set.
talk-fault-empty = A comment needs words.
talk-fault-long = That is { $n } characters; a comment has at most { $most }. Shorten it, or say it in two.
talk-fault-soon = That is faster than this house takes comments from one account. Try again { $again }; what you typed stands below.
talk-fault-full = This thread has as many answers as one may have. Begin a new one on the story.
talk-fault-nothing = It cannot be done any more: the comment was deleted or hidden, or is not yours to change.
talk-fault-reason = Say why it is hidden: its author reads the reason. Go back and add one.
talk-no-words = The form names words that are not in this story any more. Open the story’s comments again and choose from the list.

## Following and muting

following-title = Following and muting
following-help = What stands higher in your edition, and what stays out of it. You alone see this.
following-followed = You follow
following-followed-help = A story with something you follow has more points in your edition, and says so.
following-none = Nothing yet. Topics, outlets and searches have a button for it.
following-since = since
following-ends = ends
following-end = Follow no more
following-more = Follow something by its name
following-name = Name
following-kind = What it is
following-kind-topic = Topic
following-kind-person = Person
following-kind-place = Place
following-kind-outlet = Outlet
following-kind-word = Words of a headline
following-kind-search = Kept search
following-follow = Follow
following-muted = You mute
following-muted-help = Stories with it stay out of your edition; the edition says how many at its end. Nothing is lost: search, topics and Latest show them. Of an outlet, what it alone tells stays out.
following-mute-more = Mute something
following-mute = Mute
following-unmute = Mute no more
following-span = For how long
following-span-day = a day
following-span-week = a week
following-span-month = a month
following-span-good = for good
following-reason = Why, for yourself (may stay empty)
following-readers = Readers you mute
following-readers-help = Their comments are not shown to you.
following-left = Left out by your mutes
following-left-show = Show them
following-left-help = Stories that your present edition would choose from, were it not for your mutes.
following-left-none = Your mutes leave nothing out of the present edition.
following-left-for = Left out for
following-left-count = { $n ->
    [one] { $n } story left out by your mutes.
   *[other] { $n } stories left out by your mutes.
}
following-fault-name = It needs a name with letters or digits. A word can be muted, not followed: keep a search for it instead.
following-fault-outlet = No outlet of this house is called “{ $name }”. The page of outlets has the exact names.
following-fault-many = You follow as much as one may. Let something go on this page first.
following-fault-mutes = You have { $n } mutes, which is as many as one may. Take one back first.

## Kept searches

kept-search = Kept search
kept-keep = Keep this search
kept-secret = Give this address to your feed reader now; it is not shown again.
kept-nothing = It finds nothing yet. What comes stands here.
kept-feed = Make a secret address for its feed
kept-feed-anew = Make a new secret address
kept-feed-end = End the address
kept-drop = Keep it no more
kept-fault = This search cannot be kept as it stands. Search for it first: the page says what is wrong.
kept-many = You keep { $n } searches, which is as many as one may. Let one go first.

## Search

search-title = Search
search-title-of = Search: { $question }
search-field = Words in headlines and texts
search-help = “Quotation marks” ask for a phrase; a minus before a word refuses it.
search-language = All that a search can say
search-language-all = Both words, in any order; longer words are found by their beginning too.
search-language-phrase = These words next to each other.
search-language-or = Either of two, without a third. OR, AND and NOT are written in capitals.
search-language-filters = Printed by an outlet, in a language, by an author, with the word in its headline.
search-language-dates = From a day, month or year on; before one. Days are counted in UTC.
search-nothing = Nothing was found. Fewer or shorter words find more; “quotation marks” ask for a phrase.
search-found = { $n ->
    [one] { $n } article found.
   *[other] { $n } articles found.
}
search-stories-found = { $n ->
    [one] { $n } story, put together from the best articles found.
   *[other] { $n } stories, put together from the best articles found.
}
search-of-story = { $n ->
    [one] { $n } of its { $all } articles was found
   *[other] { $n } of its { $all } articles were found
}
search-best-first = Best first.
search-newest-first = Newest first.
search-to-best = Best first
search-to-newest = Newest first
search-by-story = By story
search-by-article = By article
search-best-article = Its best article
search-its-story = Its story
search-before = Before
search-more = More
search-end = That is all.
search-fault-quote = The quotation mark before “{ $text }” is never closed. Add one after the phrase, or take it away.
search-fault-bracket = A bracket is opened and never closed. Add a closing one, or take it away.
search-fault-stray = A closing bracket stands where none was opened. Take it away.
search-fault-deep = The brackets stand too deep in each other. Say it in two searches.
search-fault-alone = { $sign } needs something to look for on both sides, or after it. Add a word, or write it in small letters to look for the word itself.
search-fault-empty = { $name }: needs a value right after the colon, without a space.
search-fault-filter = There is no filter “{ $name }”. There are outlet:, lang:, author:, title:, before: and after:. Put the words in quotation marks to look for them.
search-fault-date = { $name }:{ $value } is no date. Write a year, a month or a day: 2026, 2026-11, 2026-11-22.
search-fault-lang = lang:{ $value } is no language. Write its code, such as lang:de.
search-fault-refused = Everything here is refused. Add a word that should stand there.
search-fault-long = That is more than 24 words and phrases at once. Take some away.
search-fault-outlet = No outlet of this house has “{ $name }” in its name or address. The page of outlets lists them all.
outlet-unknown = Unknown outlet
headline-none = (no headline)
comma = { ", " }
list-semicolon = { $first }; { $next }

# The language's name; `$name` is its code in capitals, for the languages that nobody put a name to here.
language = { $code ->
    [ar] Arabic
    [bg] Bulgarian
    [cs] Czech
    [da] Danish
    [de] German
    [el] Greek
    [en] English
    [es] Spanish
    [fa] Persian
    [fi] Finnish
    [fr] French
    [he] Hebrew
    [hi] Hindi
    [hu] Hungarian
    [it] Italian
    [ja] Japanese
    [ko] Korean
    [nl] Dutch
    [no] Norwegian
    [pl] Polish
    [pt] Portuguese
    [ru] Russian
    [sv] Swedish
    [th] Thai
    [tr] Turkish
    [uk] Ukrainian
    [zh] Chinese
   *[unnamed] { $name }
}
relation-verbatim = verbatim
relation-edited = edited
relation-excerpt = excerpt
class-correction = correction notice
class-headline = headline
class-figure = figure
class-quote = quote
class-withdrawn = withdrawn
class-added = added
class-wording = wording
class-moved = order
class-typo = typo
class-setting = no word: punctuation, case or spacing

## An article

kind-article = Article
kind-explainer = Explainer
kind-interview = Interview
kind-transcript = Transcript
kind-live = Live page
kind-gallery = Picture gallery
kind-video = Video
kind-listing = List of links
kind-release = Press release
kind-paywall = Behind a paywall
kind-empty = No text found
article-credits = credits { $agency }
article-credits-with = with { $agencies }
article-subscribers = for subscribers
article-desk = desk
article-organisation = organisation
article-old = This is version { $n }, an older text.
article-present = Read the present one
article-more-authors = and { $n } more
article-date-address = date read from the page’s address
article-date-feed = date given by the feed
article-date-relative = reckoned from a relative time on the page
article-updated = Updated { $here }
article-minutes = { $n ->
    [one] { $n } minute to read
   *[other] { $n } minutes to read
}
article-original = Original at { $host }
article-cited-as = cited in the story as source { $n }
article-captions = Captions
article-stump = This is what is shown without a subscription, perhaps not the whole text.
article-stump-told = This is what is shown without a subscription, perhaps not the whole text: { $told }.
article-empty-paywall = The outlet shows this text to its subscribers only. The original has it.
article-empty-error = The outlet’s page answered with an error. The original may be back later.
article-empty-consent = The outlet’s page asks for consent to cookies before it shows the text. The original has it.
article-empty-robot = The outlet’s page asks for proof that a person reads. Wireroom gives none; the original has the text.
article-empty-script = The outlet’s page is written by scripts, which Wireroom does not run. The original has the text.
article-empty-listing = This page is a list of links without a text of its own. The original has them.
article-empty-none = No text was found on this page. The original may have it.
article-feed-error = This is what the feed says: the outlet’s page answered with an error.
article-feed-consent = This is what the feed says: the outlet’s page asks for consent to cookies before it shows its text.
article-feed-robot = This is what the feed says: the outlet’s page asks for proof that a person reads.
article-feed-script = This is what the feed says: the outlet’s page is written by scripts, which Wireroom does not run.
article-feed-none = This is what the feed says: no text was found on the outlet’s page.
mark-read = Mark as read
mark-unread = Mark as unread
mark-star = Star
mark-unstar = Take the star away

stands = Where it stands
stands-story = Story
stands-speakers = Speakers
stands-carries = Carries the text of
stands-share = { $share } of it kept
stands-share-all = all of it kept
stands-agency-unread = both from { $agency }, which this house does not read
stands-outlet-unread = both from { $outlet }, whose printing this house does not have
stands-order-unknown = which of them was first is unknown
stands-changed-it = What it changed
stands-carried-by = Carried by
stands-printings = All its printings
stands-lineage = Who took it from whom
stands-text = Text
stands-alone = No other outlet carries it
stands-helpers = Also worked on it
stands-dateline = Dateline
stands-section = Section
stands-tags = Tags
stands-cited = Cited in the story
stands-not-cited = Not cited
stands-passages = { $n ->
    [one] { $n } passage, underlined
   *[other] { $n } passages, underlined
}
stands-since = Changed since it was first read
stands-unchanged = No
stands-version = Version { $n }
stands-first-read = first read { $here }
stands-reserved = Reserved by its publisher
stands-reserved-so = { $reservation }: its page is not kept, its text leaves in no export
stands-seen-by = Who sees it
stands-private = Only subscribers of a private feed
stands-amiss = Something in it is not the article’s, or missing
stands-page-read = See how its page was read

## The reader’s hand

hand = Is that right?
hand-apart = Not the same text as { $outlet }’s
hand-first = { $outlet } had it first
hand-same = It is the same text as another article
hand-near = One near it
hand-choose = Choose
hand-address = Its address, here or at its outlet
hand-or-address = Or its address, here or at its outlet
hand-same-at = It is the same text as the article at
hand-number = Its number or address
hand-say-same = Same text
hand-holds-all = What you say holds for everybody who reads here.
hand-holds-you = What you say holds for you; the others read on as before.
hand-kept = It is remembered, and nothing is deleted.
hand-all = All corrections
hand-undo = Take it back
hand-for-all = for everybody
hand-for-you = for you
hand-overruled = { $scope }; a later word says otherwise and holds
hand-is-apart = is not the same text as
hand-is-same = is the same text as
hand-is-first = had its text first
hand-is-never = never stands in one story with
hand-is-here = belongs to the story that it was put into
hand-is-split = stands in another story than
hand-is-one = is of one story with
hand-no-article = The form names no article.
hand-no-kind = The form does not say what is wrong.
hand-is-alone = It stands alone already: no other text is in its family.
hand-choose-other = Choose the other text from the list, or give the address of its page here or at its outlet.
hand-unknown-address = No article here is read from { $address }. Search for it and give the address of its page in this house.
corrections = Corrections
corrections-say = What readers said against the machine. It is obeyed before any likeness, for texts that come later too, until it is taken back.
corrections-hold = What holds
corrections-none = Nothing yet. The page of each article has the forms, under “Is that right?”.
corrections-older = Older ones hold too; each stands on the page of its article.

## What was done

done-apart = Remembered. It stands apart from that text now, and will when both are read again.
done-same = Remembered. The two stand in one family now.
done-first = Remembered. The family is folded under it as soon as its story is told anew, in a few seconds.
done-split = Remembered. They are a story of their own; its page stands in a few seconds.
done-merged = Remembered. The two are one story now, and the other’s address leads here.
done-belongs = Remembered. The article has moved, and later copies of it go there too.
done-never = Remembered. The two stand in different stories, now and later.
done-undone = Taken back. What the machine says holds again.
done-added = The feed was added. Its first articles arrive in about a minute.
done-waits = The address was added. It could not be looked at yet; that is done at its first turn.
done-known = The house has this feed already; you are subscribed to it.
done-paused = The feed rests. Nothing it brought was removed.
done-resumed = The feed is read again.
done-removed = The feed was removed. The articles it brought stay.
done-asked = The feed is being asked now.
done-set = Chosen. It holds from the feed’s next turn.

## Two texts beside each other

diff-two-of-one = Two texts of { $outlet }
diff-made-of = What { $two } made of the text of { $one }
diff-made-of-most = What { $name } made of the text that most printings share
diff-made-of-both = What { $name } made of the text that both printings share
diff-changed = What { $outlet } changed
diff-is-one = This is one article: nothing can differ.
diff-strangers = These two are not of one family: what stands in both may do so by chance, or because both quote one source.
diff-by-house = Both were read from one page: this house reads it otherwise now, the outlet changed nothing.
diff-all-versions = All its versions
diff-classes = What changed
diff-against = Measured against
diff-share-both = what both share
diff-share-most = what most printings share
diff-first = first
diff-two-only = Two printings can be read here, so the common text is what both have. What one of them cut and what the other added cannot be told apart.
diff-stands-in = The common text stands in { $needed } or more of { $printings } printings: { $words }.
diff-stumps = { $n ->
    [one] Not counted: { $n } printing of which only the beginning can be read.
   *[other] Not counted: { $n } printings of which only the beginning can be read.
}
diff-large = { $n ->
    [one] The family is large: { $n } printing took no part.
   *[other] The family is large: { $n } printings took no part.
}
diff-long = The text is very long: the last { $words } of { $name } were not compared.
diff-neither = Neither of them has a text.
diff-no-common = No passage stands in most of the printings.
diff-no-text = { $name } has no text.
diff-nothing-left = Nothing of the text of { $name } is left.
diff-nothing-common = Nothing of the common text is left.
diff-same = No word is another.
diff-survives = { $share } of the words of { $name } stand here too, as they stood.
diff-survives-common = { $share } of the words of the common text stand here too, as they stood.
diff-word-for-word = word for word
diff-reworded = reworded
diff-cut = cut
diff-added = added
diff-moved = moved
row-kept = Kept
row-moved = Moved
row-reworded = Reworded
row-moved-reworded = Moved and reworded
row-cut = Cut
row-added = Added
row-stood = It stood as paragraph { $n }.
row-broken = The paragraph is broken here.
row-joined = Joined to the paragraph before.
diff-news = What it tells that it did not
diff-news-figure = Changed figure: { $before } is { $value }
diff-news-quote = New quote
diff-news-fact = New
diff-news-withdrawn = Withdrawn
diff-news-reworded = Reworded
diff-news-as = as
diff-texts = The two texts
diff-headline-of = Headline of { $name }
diff-headline-same = Headline of { $name }, the same
diff-headline-held = Headline of { $held } of { $all } printings
diff-in-words-of = What most printings share, in the words of { $here }
diff-set = How the two are set
diff-side = Side by side
diff-inline = Inline
diff-turned = The other way round
diff-read = Read the text of { $name }
json-same = The same as JSON

versions-of = Versions of { $title }
versions-article = The article
versions-changed = { $n ->
    [0] { $outlet } did not change it since it was first read.
    [1] { $outlet } changed it once.
    [2] { $outlet } changed it twice.
    [one] { $outlet } changed it { $n } time.
   *[other] { $outlet } changed it { $n } times.
}
versions-older = { $n ->
    [one] { $n } older is kept too.
   *[other] { $n } older are kept too.
}
versions-cite = What cites an older version keeps pointing at it.
versions-first = The first text that was read.
versions-gone = The text before it is no longer kept.
versions-house = The same page, read otherwise by this house: the outlet changed nothing.
versions-unclassed = What changed was not classed; the comparison shows it.
versions-unseen = No visible change.
versions-compare = Compare with the one before
versions-more = { $n ->
    [one] { $n } more change
   *[other] { $n } more changes
}

## Asking

ask = Ask
ask-story = Ask this story
ask-titled = Ask: { $question }
ask-say = Answered by sentences of your sources, word for word, or not at all.
ask-question = Your question
ask-help = Names and numbers in it must stand in the answer.
ask-answer = Answer
ask-nothing = Nothing in your sources answers this.
ask-nothing-story = Nothing in this story’s sources answers this.
ask-read = { $n ->
    [one] { $n } article was read for it.
   *[other] { $n } articles were read for it.
}
ask-other-words = Other words may find more: the question’s own must stand in the answer.
ask-everything = Ask everything
ask-search = Search for its words
ask-sources-say = What your sources say
ask-leads = A passage leads to where it stands.
ask-also = Also in
outlet-unnamed = an outlet without a name
ask-failed = The question could not be answered: { $why }. Your sources stand as they were; ask again in a moment, or search.
written = In a machine’s words
written-by = a machine’s sentence
written-of = In the sources’ own words
written-held = Each sentence was held to the words it cites; whether it left out what matters, nobody looked. The passages stand below.
writer-wish = Let the writer put it into words
writer-wished = The writer was asked.
writer-look = Look again
writer-not = The writer is not asked about these passages now; they stand for themselves.
writer-off = No machine writes in this house.
writer-not-sent = These passages are not sent to the writer: one is of a private feed, too long, or in a language that its check does not know.
writer-waits = { $n ->
    [one] The writer has { $n } passage before it. What holds of its answer stands here when it is there.
   *[other] The writer has { $n } passages before it. What holds of its answer stands here when it is there.
}
writer-tomorrow = The writer’s budget of the day is spent. It is asked after midnight (UTC); until then the passages stand for themselves.
writer-late = The writer did not answer in time. It is asked again in a few minutes; the passages stand for themselves.
writer-failed = The writer failed. It is asked again in a few minutes; the passages stand for themselves.
writer-refused = The writer answered, and nothing of its answer held to these passages: none of it is shown.
writer-audit = What was refused, and why

## The audit of the writer

audit = Audit of the writer
audit-none = No sentence of a machine was refused here. A house has no writer unless its settings name one.
audit-kept = { $n ->
    [one] { $n } sentence of a machine kept from readers.
   *[other] { $n } sentences of a machine kept from readers.
}
audit-today = Today: { $requests }, { $characters } of answers, { $failures } without an answer.
count-requests = { $n ->
    [one] { $n } request
   *[other] { $n } requests
}
count-characters = { $n ->
    [one] { $n } character
   *[other] { $n } characters
}
audit-say = A sentence of a machine is shown only if it is made of the sentences it cites; else they stand in its place. What is shown may still leave out what mattered: the check compares words and knows nothing of the world.
audit-rates = What the check catches
audit-rates-say = Lies planted in texts of our own, and true sentences, in English, German, Spanish and French, before the rules that only a writer’s sentences meet. Texts of strangers may fare otherwise.
audit-planted = Planted
audit-sentences = Sentences
audit-caught = Caught
audit-rate = Rate
audit-held-to = Held to
audit-at-least = at least { $share }
audit-at-most = at most { $share }
planted-number = another number
planted-name = another name
planted-date = another date
planted-quotation = another word in a quotation
planted-speaker = another speaker
planted-negation = a negation put in or taken away
planted-true = true sentences, refused
audit-reasons = Reasons
audit-reasons-say = A sentence may have several.
audit-refused = Refused sentences
audit-refused-say = The newest first; kept for { $n } days.
audit-question = to a reader’s question
audit-a-story = a story of this house
audit-refused-mark = Refused:
audit-twin = In its place: { $twin }
audit-older = Older ones
fault-endless = an answer longer than is read
fault-lines = more lines than are read
fault-row = not in the form that was asked for
fault-uncited = nothing cited
fault-no-such = a sentence cited that is not there
fault-many = too many sentences cited
fault-withheld = a sentence cited that was not given
fault-twice = told before
fault-long = too long
fault-not-one = not one sentence
fault-markup = markup, an address or signs that cannot be seen
fault-own-word = a word of its own
fault-own-quotation = a quotation of its own
fault-unmarked = quoted words told as so
fault-dropped = a word of report, denial or reserve left out
fault-moved = a word or number in another place
fault-number = another number
fault-name = another name
fault-date = another date
fault-quoted = other quoted words
fault-speaker = another speaker
fault-negated = a denial put in or taken away
fault-hedge = a reserve taken away
fault-few = too little of it in the cited words
fault-other = another reason

## What went wrong

problem-front = To the front page
problem-search = Search the archive
problem-outlets = All outlets
problem-feeds = All feeds
problem-again = Try again later
problem-sign-in = To the sign-in page
problem-no-page = There is no such page
problem-no-page-say = Nothing in this house has this address.
problem-missing-article = There is no article { $id }
problem-missing-story = There is no story { $id }
problem-missing-feed = There is no feed { $id }
problem-missing-outlet = There is no outlet { $id }
problem-missing-family = There is no family { $id }
problem-missing-comment = There is no comment { $id }
problem-missing-correction = There is no correction { $id }
problem-missing-other = There is nothing with the number { $id }
problem-missing-say = Either nothing of the kind ever had this number, or it was removed, or it came from a private feed of somebody else.
problem-no-version = Article { $id } has no version { $n }
problem-no-version-say = Versions count from 1. One may be gone because it was past its age and nothing cited it; those that are kept stand on the article’s page.
problem-first-version = Nothing stands before version { $n } of article { $id }
problem-first-version-say = It is the first text of it that this house keeps, so there is nothing to compare it with. The article’s page lists its versions.
problem-alone = No other printing of article { $id } can be read here
problem-alone-say = A common text takes two printings with words. The article stands as it is, and any two articles can be compared at /diff/FIRST/SECOND.
problem-not-ours = This form was not sent from a page of this house
problem-not-ours-say = Nothing was changed. Perhaps the page stood open since before you last signed in: open it again and send the form from there.
problem-owner-only = Only the owner can do that
problem-owner-only-say = Nothing was changed. The house’s feeds are kept by its owner; ask them, or read on.
problem-editors-only = Only editors can do that
problem-editors-only-say = Nothing was changed. Comments are looked after by the house’s editors and its owner; report what is wrong, and they see it.
problem-form = That could not be read
problem-refused = That was not done
problem-large = That is too large
problem-large-say = A form may hold at most { $n } MB. Split the file and send the parts one after another.
problem-tries = Too many wrong passwords
problem-tries-say = To keep guessers out, sign-in waits a few minutes for this name, or from this address. Your account and all sessions stand.
problem-spent = This set-up link does not open any more
problem-spent-say = A set-up link works once and for a limited time. If this house has no owner yet, start wireroom again: it prints a new link.
problem-house = This page could not be made
problem-house-say = What was stored still stands. The log says what failed; `wireroom verify` checks the database.

## The first page of a house without feeds

welcome-title = What shall stand in your paper?
welcome-say = Take some of the feeds below, bring your list from another reader, or give one address. The first stories stand on the page within a minute; everything can be changed later.
welcome-starter = A list to start from
welcome-starter-say = Large public outlets, none of them recommended. Only what is ticked is added.
welcome-start = Start reading
welcome-none = Nothing was ticked. Tick at least one feed, or bring a list below.
welcome-refused = { $name } could not be added: { $why } What stood before it was added.
welcome-bring = Or your list from another reader
welcome-bring-say = An OPML file: nearly every reader can export one. Folders and titles come along.
welcome-file = OPML file
welcome-bring-in = Bring it in
welcome-one = Or one address
welcome-address = Address of a feed or a site
welcome-address-say = A site’s address is enough; Wireroom looks for its feed.
welcome-add = Add
## Settings, users, invitations

settings-title = Settings
settings-lead = How the pages look and speak for { $name }, and what this house keeps of you.
settings-keep = Keep
settings-pages = The pages
settings-language = Language of the pages
settings-language-help = What outlets wrote stays in their language.
settings-language-browser = as my browser says
settings-size = Size of the text
settings-size-small = small
settings-size-usual = usual
settings-size-large = large
settings-size-very-large = very large
settings-look = Light or dark
settings-look-system = as my system says
settings-look-light = dark letters on light
settings-look-dark = light letters on dark
settings-zone = Your clock
settings-zone-help = It says when a day begins and at what hour something came in here. Times that an outlet printed keep the outlet’s own.
settings-zone-none = none chosen (UTC)
settings-sessions = Where you are signed in
settings-sessions-help = A browser that you do not know is somebody else: end it, and change the password.
settings-sessions-none = Nobody has to sign in to this house.
settings-browser = Browser
settings-browser-on = { $browser }, { $system }
settings-browser-unknown = a browser that does not say
settings-since = Since
settings-seen = Last seen
settings-this = (this one)
settings-end = Sign out
settings-end-of = Sign out { $browser }
settings-end-others = Sign out everywhere else
settings-password = Password
settings-password-help = A new one signs out every other browser. Tokens stay; withdraw those below that you do not trust.
settings-password-old = Present password
settings-password-new = New password
settings-password-set = Change the password
settings-tokens = Tokens for programs
settings-tokens-help = A reader’s app on your phone, say, signs in with a token and not with your password. Each can be withdrawn alone.
settings-token-name = Name
settings-token-for = What is it for?
settings-token-scope = It may
settings-token-read = read
settings-token-write = read and change
settings-token-used = Last used
settings-token-unused = never
settings-token-make = Make a token
settings-token-once = The token for { $name }. It is shown this once; the house keeps only its hash.
settings-withdraw = Withdraw
settings-withdraw-of = Withdraw { $name }
settings-house = The house
settings-guests-help = Guests have no account. They see headlines, sources, the first 40 words of an article at most and the link to it, never a whole text, and change nothing. Search engines are asked to stay out.
settings-guests-are-on = Guests may look in.
settings-guests-are-off = Every page asks for a login.
settings-guests-let = Let guests look in
settings-guests-stop = No guests any more
settings-users = Users and invitations
settings-data = Your data
settings-export-help = One file with all that this house keeps of you: settings, subscriptions, what you follow, starred and read, your corrections and sessions.
settings-export = Take my data along
settings-leave = End my account
settings-leave-help = All that is yours goes: sessions, tokens, subscriptions, what you follow, starred and read, your own corrections, and private feeds that nobody else reads. What you said for all as an editor stays without your name. There is no way back.
settings-leave-sure = Yes, end my account
settings-leave-do = End it
settings-did-pages = Kept. The pages look and speak as you chose.
settings-did-password = The password is changed. Every other browser is signed out.
settings-did-ended = That browser is signed out.
settings-did-others = Every other browser is signed out.
settings-did-withdrawn = The token is withdrawn; what used it is out.
settings-did-token = The token is made.
settings-did-guests-on = Guests may look in now.
settings-did-guests-off = Every page asks for a login again.
settings-fault-choice = One of the choices is none that this page offers. Nothing was changed.
settings-fault-password = That is not your present password. Nothing was changed.
settings-fault-token = A token needs a name of one line, at most { $n } characters. None was made.
settings-fault-tokens = There are as many tokens as one reader may have. Withdraw one that is not used.
settings-fault-sure = Tick that you mean it; nothing was changed.
settings-fault-last-owner = You are the house’s only owner. Make another one before, under Users.
role-reader = reader
role-editor = editor
role-owner = owner
users-title = Users
users-lead = Who reads here, and what each may do.
users-accounts = Accounts
users-roles-help = A reader’s corrections hold for that reader, an editor’s for all. An owner also keeps feeds, users and the house’s settings.
users-name = Name
users-role = Role
users-role-of = Role of { $name }
users-visit = Last visit
users-never = never
users-you = (you)
users-password = New password link
users-password-of = New password link for { $name }
users-remove = Remove
users-remove-help = All that is theirs goes, with private feeds that nobody else reads. What they said for all as an editor stays unsigned.
users-remove-sure = Yes, remove { $name }
users-remove-do = Remove
users-invite = Invite somebody
users-invite-help = It gives a link that works once, for a week. Whoever opens it chooses name and password.
users-invite-name = For whom?
users-invite-do = Make the link
users-link-once = The link for { $name }. It is shown this once: send it on by a way that only they read.
users-open = Open links
users-for = For
users-for-password = a new password
users-ends = Ends
users-did-role = The role is changed; it holds from the next click.
users-did-removed = The account is removed.
users-did-withdrawn = The link is withdrawn.
users-did-invite = The link is made.
users-fault-invite = Say for whom the link is, in one line of at most { $n } characters, and the role. None was made.
users-fault-many = Too many links are open. Withdraw one before.
users-fault-last = { $name } is the house’s only owner. Make another one before.
users-fault-sure = Tick that you mean it; nobody was removed.
users-fault-self = Your own account ends in your settings, with your password.
invite-title = Welcome
invite-account = You are invited to read here (role: { $role }). Choose a name and a password; nothing else is asked.
invite-password = A new password for { $name }. It signs out every browser that was signed in.
invite-do = Go in
name-empty = A name is needed to sign in later.
name-long = At most { $n } characters, please.
name-line = A name is one line of letters.
name-taken = The name { $name } is taken; choose another.
password-short = At least { $n } characters, please. Three or four words make a good one.
password-long = At most { $n } characters, please.
password-differ = The two passwords differ. Type the same one twice.
password-advice = At least { $n } characters. Three or four words make a good one.
password-again = The same password again
problem-invitation = This link does not open any more
problem-invitation-say = An invitation works once and for a week. It was used, or withdrawn, or its time is over: ask the house’s owner for another.

## Guests

guest-front = Front page
guest-lead = You are looking in as a guest: headlines, sources and how each article begins. The whole text stands where it was published.
guest-nothing = Nothing here that guests may see.
guest-read-on = Read on where it was published
guest-newer = Newer
guest-older = Older
guest-sign-in = Sign in
## The edition

front-title = The edition
front-heading = The edition of { $date }
front-squares = This edition
front-read = { $read } of { $n } read
front-square = Story { $place }: { $title }
front-square-read = Story { $place }: { $title }, read
front-square-fresh = Story { $place }: { $title }, with news
front-filling = The house is filling.
front-filling-so-far = { $articles } read from { $feeds } so far, in { $stories }; { $n ->
    [one] { $n } job to do.
   *[other] { $n } jobs to do.
}
front-still = Hold this page still
front-renew = Let it renew itself
front-look-again = Look again
front-troubled = { $n ->
    [one] One feed needs you: { $names }.
   *[other] { $n } feeds need you: { $names }.
}
front-troubled-see = See what happened
front-made-day = { $stories } of the last 24 hours, folded from { $articles }.
front-made-week = { $stories } of the last week; nothing came in the last 24 hours. Folded from { $articles }.
front-made-both = { $stories }: { $today } of the last 24 hours and { $earlier } from the days before, folded from { $articles }.
front-made-last = { $stories } of the 24 hours up to { $until }; nothing came since. Folded from { $articles }.
front-made-visit = { $stories } since your last visit, folded from { $articles }.
front-fresh = { $n ->
    [one] Since your last visit one story has news: the bold square.
   *[other] Since your last visit { $n } stories have news: the bold squares.
}
front-by-time = By time
front-ranked = How it is ranked
front-top = First by rank
front-several = Told by several newsrooms
front-several-note = separate texts of one event
front-carried = One origin, many papers
front-carried-note = one source, and who carried it
front-alone = One outlet so far
front-alone-note = nobody else tells it yet
front-earlier = From the days before
front-earlier-note = of the last week, and not marked read
front-new = New since your last visit
front-new-story = A new story since your last visit
front-new-is = { $what }:
front-also = Also told in
front-texts = Whose texts tell it
front-why = Why here:
front-sum = Its sum
front-corrected = Corrected since you read it
front-corrected-notice = a notice of correction
front-corrected-figure = another figure
front-end = That is the edition. You are done.
front-left-day = { $n ->
    [0] No other story of the last 24 hours was left out; older ones stand in { $here }, by time.
    [one] One more story of the last 24 hours was left out; it stands in { $here }, by time.
   *[other] { $n } more stories of the last 24 hours were left out; they stand in { $here }, by time.
}
front-left-that-day = { $n ->
    [0] No other story of that day was left out; older ones stand in { $here }, by time.
    [one] One more story of that day was left out; it stands in { $here }, by time.
   *[other] { $n } more stories of that day were left out; they stand in { $here }, by time.
}
front-left-visit = { $n ->
    [0] No other story since your last visit was left out; older ones stand in { $here }, by time.
    [one] One more story since your last visit was left out; it stands in { $here }, by time.
   *[other] { $n } more stories since your last visit were left out; they stand in { $here }, by time.
}
front-come = { $n ->
    [one] One of them has news that came after this edition was made.
   *[other] { $n } of them have news that came after this edition was made.
}
front-all-read = Mark all of it read
front-anew = Make a new edition
front-made-at = Made
front-held = While you read, its stories keep their places; the next one is made after half an hour without you, or when you ask for it.
front-rule = Every story has a sum of four terms, and the largest sums make the edition: the first three on top, the others in their order within their sections. “Why here” under a story opens its sum. An event that is told in several languages takes one place: the others are linked under its first. Nothing is learnt from what you open.
front-rule-equal = Of equal sums the one with the later text stands first.
front-rule-rest = { $here } knows no sum: it goes by time alone.
front-yours = Your edition: { $now }
front-now-day = { $stories } of the last 24 hours
front-now-visit = { $stories } since your last visit
front-choose-stories = Stories
front-choose-span = Chosen from those
front-span-day = of the last 24 hours
front-span-visit = since my last visit
front-choose = Keep
front-quiet-visit = Nothing came since your last visit, { $ago }. You are up to date.
front-quiet-day = Nothing came in the last 24 hours, and what came in the week before you have marked read. You are up to date.
front-the-day = The last 24 hours
front-latest = Latest, by time
front-coming = The first story is on its way. Nothing needs doing.
front-empty = No edition yet. Add a feed, and the first one is made as its articles arrive.
front-add = Add a feed
front-bad-act = This form says nothing that can be done with an edition.
front-bad-choice = An edition has { $least } to { $most } stories, of the day or since your last visit.
new-fact = New
new-figure = Changed figure
new-quote = New quote
new-withdrawn = Withdrawn

## Origins and the wire

cite-label = source { $number }: { $outlet }
count-publishers = { $n ->
    [one] { $n } publisher
   *[other] { $n } publishers
}
origins-most = at most { $origins }
origins-unknown = origin unknown
origins-unknown-texts = { $n ->
    [one] { $n } text of unknown origin
   *[other] { $n } texts of unknown origin
}
origins-and-unknown = { $n } unknown
wire-reading = { $articles }, each at its hour
wire-legend = Every article at its time, first to newest. Filled prints its text first, hollow carries it.
wire-span = over { $span }
text-carried = { $n ->
    [one] carried once
    [2] carried twice
   *[other] carried { $n } times
}
text-agency = the agency’s own text
text-from = from { $agency }
text-earliest = the earliest
text-order-unknown = order unknown
text-also = also printed by { $names }

## Why a story stands where it stands

why-origins = { $n ->
    [one] one origin
   *[other] up to { $n } origins
}
why-old = { $age } old
why-under-an-hour = under an hour
why-seen = Its latest text was first seen { $age } ago
why-grown = +{ $n } in { $hours } hours
why-further = { $n ->
    [one] { $n } further origin in the last { $hours } hours
   *[other] { $n } further origins in the last { $hours } hours
}
why-counted = { $came }, { $most } counted
why-you-follow = you follow { $names }
why-follow = You follow { $names }
why-no-origin = No known origin, counted as one
why-most = At most { $origins }
why-most-and-unknown = At most { $origins }, and a half for texts of unknown origin
rule-origins = Origins
rule-origins-say = { $points } points for each doubling of the independent origins ({ $examples }). Copies count nothing, however many papers carry them. All texts of unknown origin together are half an origin.
rule-fresh = Freshness
rule-fresh-say = { $points } points for a text of this moment, melting evenly to nothing in { $hours } hours: { $half } hours weigh as much as half of the origins. A text counts from its first printing; a later copy makes nothing newer.
rule-growth = Growth
rule-growth-say = { $points } points for each further origin that came in the last { $hours } hours, for { $most } of them at most.
rule-follow = What you follow
rule-follow-say = { $points } points for each thing in the story that you said you follow, for { $most } at most.

## Keys and the script

keys-title = Keys
keys-say = Every page works without them. They need scripts, and are silent while you write.
keys-next = The next story or article
keys-before = The one before
keys-open = Open it
keys-original = Open the original
keys-read = Mark as read or unread
keys-star = Star, or take the star away
keys-pages = The page of a list before, and the next
keys-back = Back
keys-search = Search
keys-help = These keys
keys-close = Close what lies over the page
script-close = Close
script-copy = Copy as Markdown
script-copied = Copied
script-read = Marked as read
script-unread = Marked as unread
script-starred = Starred
script-unstarred = The star is gone
script-failed = That was not done. Open the page again and try there.
live-page = { $n ->
    [one] { $n } new article since you opened this page
   *[other] { $n } new articles since you opened this page
}
live-story = { $n ->
    [one] { $n } new in this story
   *[other] { $n } new in this story
}

## A story

story-place = Story { $at } of { $total }
story-next = Next:
story-on-page = On this page
story-headline-by = Headline by
story-how-counted = How this was counted
story-first-printed = First printed
story-newest = newest
story-no-date = No outlet gives a date
story-no-outlet = Unknown outlet
story-no-headline = (no headline)
story-told-in = Also told in { $language }:
story-both-have = Both have: { $words }
story-why-here = Why it is here
story-why-in = Place { $at } of { $total } in your edition: { $origins }; newest text { $newest }.
story-why-out = It does not stand in your edition: { $origins }; newest text { $newest }.
story-why-sum = The sum stands beside it there
story-fresh = New since your last visit
story-was = before: { $was }
story-brief = Brief
story-thin = There is not enough to say in brief: read the sources below.
story-machine = (a machine’s sentence)
story-own-words = In the sources’ own words
story-machine-say = What is marked was written by a machine ({ $model }) from the sentences it cites. Its words are theirs; whether it left out what matters, nobody looked.
story-refused = What was refused of it
story-source-mark = source { $n }: { $outlet }
story-points = Key points
story-differ = Where sources differ
story-differ-figure = On a figure
story-differ-day = On the day
story-differ-denied = On whether it is so
story-differ-other = On something
story-sides = What each side says
story-sides-say = Under the words by which a text names who speaks.
story-voices = Who said what
story-voice-in = in { $outlet }
story-voice-nameless = Speaker not named in the text
story-voice-alike = { $n ->
    [one] { $n } outlet
   *[other] { $n } outlets
}
story-voice-above = as above
story-voice-shorter = Shortened
story-voice-longer = Longer
story-voice-reworded = Reworded
story-voice-translated = In another language
story-figures = Figures
story-figures-say = An origin counts once, however many outlets copy it.
story-figures-more = { $n ->
    [one] { $n } more, of one source
   *[other] { $n } more, each of one source
}
figure-what = Figure
figure-printed = As printed
figure-verdict = Verdict
figure-origins = Independent origins
figure-outlets = Printed by
figure-unknown = { $n ->
    [one] { $n } unknown
   *[other] { $n } unknown
}
figure-known-and = { $known } and { $unknown }
verdict-one = One source
verdict-agree = Agree
verdict-rounded = Rounded
verdict-updated = Updated
verdict-conflict = Conflict
verdict-scope = Different scope
verdict-beside = Side by side
story-timeline = Timeline
story-timeline-say = When things happened, as the texts date them.
story-updates = Updates
story-updates-say = What each text brought when it came, the newest first
story-coverage = Coverage over time
story-coverage-say = A dot is an article: filled where it prints its text first, hollow a copy.
story-coverage-most-hour = Most in one hour: { $articles } ({ $when }).
story-coverage-most-day = Most on one day: { $articles } ({ $when }).
story-coverage-most-days = Most in one stretch of days: { $articles } (from { $when } on).
story-coverage-no-hour = { $n ->
    [one] { $n } article without an hour is not drawn.
   *[other] { $n } articles without an hour are not drawn.
}
story-coverage-no-date = { $n ->
    [one] { $n } article without a date is not drawn.
   *[other] { $n } articles without a date are not drawn.
}
story-coverage-reading = { $own } and { $copies } from { $first } to { $last }.
count-first-printings = { $n ->
    [one] { $n } first printing
   *[other] { $n } first printings
}
story-as-table = As a table
story-hour = Hour
story-day = Day
story-first-printings = First printings
story-copies = Copies
story-articles = Articles
story-folded = { $articles }, folded under { $texts }
count-texts-under = { $n ->
    [one] { $n } text
   *[other] { $n } texts
}
story-own-say = As you said it, in { $here }; brief and origins are counted as they are for everybody.
story-own-corrections = your corrections
story-carried-by = { $n ->
    [one] carried by one other outlet
   *[other] carried by { $n } other outlets
}
story-also-by = also printed by { $names }
story-carried-whole = carried word for word
story-carried-edited = carried and edited
story-carried-part = carried in part
story-fullest = the fullest text of several
story-own-text = own text
story-credits = credits { $agency }
story-agencys-own = the agency’s own text
story-agency-unread = from { $agency }, which this house does not read
story-outlet-unread = first in { $outlet }, whose printing this house does not have
story-earliest = the earliest printing
story-first-reader = the first printing, as a reader said
story-first-copies = the first printing, as its copies say
story-order-unknown = which of these was first is unknown
story-measured = the text that the others are measured against
story-relation-whole = word for word
story-relation-edited = edited
story-relation-part = in part
story-via-edits = with the edits of { $outlet }
story-via-names = names { $outlet } as its source
story-via-after = after { $outlet }
story-via-unknown = order unknown
story-what-changed = What it changed
story-share-kept = of the text kept: what it changed
story-more-copies = { $n ->
    [one] { $n } more copy
   *[other] { $n } more copies
}
story-more-texts = { $n ->
    [one] { $n } more text
   *[other] { $n } more texts
}
story-sources = Sentences cited
story-sources-show = { $n ->
    [one] { $n } source with its words
   *[other] { $n } sources with their words
}
story-sources-none = Nothing is cited, because nothing is told in brief.
story-affair = The long affair
story-affair-say = Stories of one long affair, in order.
story-related = Related stories
story-this = this story
story-both-speak = both speak of { $words }
story-ask = Ask this story
story-ask-say = Answered by its sources’ own sentences, or not at all.
story-ask-button = Ask
story-end-read = You have read this story.
story-end = That is the story so far.
story-unread = Mark as unread
story-done = Done, back to the edition
story-star = Star
story-unstar = Take the star away
story-next-in-edition = Next in this edition
story-json = The same as JSON

why = Why it stands here
why-nearest = The nearest other story:
why-split = It came here when its story came apart in two; the words that tell this part from the other:
why-like = It is { $score } like the story; { $needed } was needed then. What decided:
why-opened-near = It opened the story: nothing here was like it enough ({ $score }; { $needed } was needed then).
why-opened = It opened the story: nothing here was like it.
why-copy = It is a copy of a text of the story.
why-reader = A reader said that it belongs here.
why-kind = It is no article of its own and joins nothing.
log = What happened to this story
log-merged = Another story became part of this one
log-merged-reader = a reader said that they are one
log-merged-like = an article was like both, and they are { $score } like each other; { $needed } was needed
log-left = Articles left for a story of their own
log-reader = a reader said so
log-unlike = the two parts are only { $score } like each other; { $needed } was allowed
log-was-part = This story was part of another
log-own-reader = a reader said that it is one of its own
log-moved = An article was moved
log-moved-reader = a reader said where it belongs

sort = Is that right?
sort-undo = Take it back
sort-choose = Choose
sort-text = { $outlet }: { $headline }
sort-near = A story near it
sort-address = The address of its page here
sort-or-address = Or the address of its page here
sort-split = Some of these are a story of their own
sort-split-which = Which ones? Their copies go with them, and later articles go to the nearer of the two.
sort-first = Only the first { $n } are listed.
sort-split-do = Split here
sort-merge = It is one story with another
sort-merge-do = Merge these
sort-belongs = An article belongs to another story
sort-which = Which article
sort-belongs-do = Belongs there
sort-never = Two of these never stand together
sort-goes = The one that goes
sort-stays = The one that stays
sort-never-do = Never together
sort-holds = What you say holds for everybody who reads here. It is remembered, and nothing is deleted.
sort-all = All corrections
sort-may-not = Stories are sorted for everybody at once: an owner or editor of this house can change where an article stands.
sort-no-kind = The form does not say what is wrong.
sort-choose-article = Choose the article.
sort-choose-story = Choose the other story, or give the address of its page here.

## Origins

origins-uncounted = Not counted yet
origins-none-known = { $n ->
    [one] One text of unknown origin
   *[other] { $n } texts of unknown origin
}
origins-at-most = At most { $origins }
origins-summary = { $articles } in { $outlets }.
origins-publishers = { $n ->
    [one] They belong to { $n } publisher.
   *[other] They belong to { $n } publishers.
}
origins-publishers-most = { $n ->
    [one] They belong to at most { $n } publisher;
   *[other] They belong to at most { $n } publishers;
}
origins-unlisted = { $n ->
    [one] { $n } outlet is in no list and is counted as its own.
   *[other] { $n } outlets are in no list and are counted as their own.
}
origins-since = { $n ->
    [one] { $n } article came since and will be counted with the next brief.
   *[other] { $n } articles came since and will be counted with the next brief.
}
origins-agency = { $name }, as an agency
origins-publisher = { $name }, the owner of several outlets
origins-unknown-head = Origin unknown
origins-unknown-say = { $carried }. Any of them may come from an origin above: none is counted as independent.
origins-carried = { $articles } of { $texts }
origins-another = another outlet
origins-more = and { $n } more
origins-own-say = This is the count for everybody: { $here } changes how copies are folded for you, and not what is counted.
origins-own-corrections = what you said for yourself
origins-wait = The origins of this story are counted when its brief is written next.
origins-lineage = Who took it from whom
origins-how = How this was counted
origins-how-say = All printings of one text are one; all texts of one agency, of one outlet, or of outlets that a list gives to one publisher are one origin. The number is an upper bound: two texts that show no common source may have one all the same.
origins-lists = Lists of publishers
ground-reader = A reader said that { $outlet } printed it first.
ground-first = A line in the text says that it appeared first in { $outlet }.
ground-link = What the printings show leads to { $outlet }.
ground-credit-all = Its printings credit the agency.
ground-credit = It credits the agency.
ground-agency = The agency printed it itself.
ground-earliest = { $outlet } printed it before every other outlet that the house reads.
ground-alone = No other text of the house has its words, and it credits nobody.
ground-house = Which printing came first is not known, but all of them are of one house.
ground-order = Several print it, and nothing shows who had it first.
ground-unseen = Its first printing is not among what you may see.
ground-stump = Only its beginning can be read: nothing to compare.
ground-short = It has too few words to tell whose they are.
ground-gathers = A page that gathers what others wrote.
ground-no-outlet = Nobody names its outlet.

## A family

family-story = Its story
family-outlets = { $n ->
    [one] one outlet
    [2] two outlets
    [3] three outlets
    [4] four outlets
    [5] five outlets
    [6] six outlets
    [7] seven outlets
    [8] eight outlets
    [9] nine outlets
    [10] ten outlets
    [11] eleven outlets
    [12] twelve outlets
   *[other] { $n } outlets
}
family-heading-agency = How one { $agency } text reached { $outlets }
family-heading = How one text reached { $outlets }
family-alone = One text of one outlet
family-n-whole = { $n ->
    [one] { $n } word for word
   *[other] { $n } word for word
}
family-n-edited = { $n ->
    [one] { $n } edited
   *[other] { $n } edited
}
family-n-part = { $n ->
    [one] { $n } in part
   *[other] { $n } in part
}
family-carried = Carried { $parts }.
family-agencys-own = { $agency } printed it itself.
family-agency-unread = It comes from { $agency }, which this house does not read.
family-outlet-unread = { $outlet } had it first; its own printing is not in this house.
family-first-reader = { $outlet } had it first, as a reader said.
family-order-unknown = Which of these printed it first is unknown.
family-no-other = No other outlet carries it.
family-first = { $outlet } printed it first.
family-measured = The others are measured against the text in { $outlet }.
family-own-text = own text
family-fullest = the fullest text
family-against-common = what most printings share
family-against-first = the first printing
family-an-agency = an agency
family-took-why = { $outlet }: { $why }
family-others-show = the other printings show that it had it first
family-not-shown = a printing that is not shown here
family-dateline = { $agency } in its dateline
family-order-untold = unknown: the times do not tell the order
family-unread = not read yet
clue-reader = a reader said so
clue-edits = it repeats edits that stand only there
clue-line = a line of it says where it appeared first
clue-link = its page names that printing as its source
clue-carried = the page that carries it names its source
clue-credit = it credits the agency
clue-dateline = the agency stands in its dateline
family-same-minute = at the same minute
family-later-minutes = { $minutes } min later
family-later-hours = { $hours } h later
family-later-both = { $hours } h { $minutes } min later
family-later-days = { $n ->
    [one] { $n } day later
   *[other] { $n } days later
}
family-printings = Who printed it
family-printings-say = Each printing stands under the one that it took. Kept is the share of the first printing’s words that stand in this one too; Compare leads to what it changed.
family-outlet = Outlet
family-headline = Headline
family-printed = Printed
family-took = Took it from
family-kept = Kept
family-compare = Compare
family-compare-with = Compare { $outlet } with { $measure }
family-shows = What shows it
family-remembered = It is remembered, and nothing is deleted.
doubt-another = another printing
doubt-edits = It shares edits with { $outlet }
doubt-says = It says
doubt-names = Its page names as its source
doubt-carried = It stands on a page that names
doubt-credit = Its credit reads
doubt-dateline = Its dateline reads
doubt-but = but { $why }.
doubt-earlier = Another printing states an earlier time
doubt-clock = { $n ->
    [one] Its clock reads { $n } hour before the text it credits, { $outlet }’s
   *[other] Its clock reads { $n } hours before the text it credits, { $outlet }’s
}
doubt-time = The time that it states is before { $outlet }’s
but-later = { $outlet } printed it later
but-undirected = nothing shows which of the two had them first: their order cannot be known
but-reader-first = a reader said that it was first
but-others-point = the other printings point to it
but-nothing = nothing else supports that
but-own-credit = its own credit names another source
but-others-name = others name that one as the first: the order cannot be known
but-order = nothing shows which printing came first: the order cannot be known
but-reader = a reader said that { $outlet } had it first
but-edits = it repeats edits that stand only in { $outlet }
but-zone = whole hours are what a clock in another zone shows, and the credit weighs more
but-clock = what it says of its source weighs more than a clock
but-line = a line of it names { $outlet } as the first
but-link = its page names { $outlet } as its source
but-carried = the page that carries it names { $outlet }
but-credit = it credits { $outlet }
but-others = the other printings show that { $outlet } had it first
but-before = { $outlet } printed it before
but-held = { $outlet } is held to be its source

## The picture of a family

lineage = How it spread
lineage-say = Read along for time. A line drops from the version that stood then and runs to the printing’s own time, so that its length is the delay. The ring is the whole text, the disc in it the share kept. Dotted: no credit, known by its wording.
lineage-reading = { $first } and { $n ->
    [one] { $n } further printing
   *[other] { $n } further printings
} over time, each on the line of the one that it took; the table below says the same.
lineage-not-read = not read here
lineage-no-credit = no credit
lineage-no-time = no time given
lineage-version = Version { $n } of { $outlet }, { $time }
lineage-node = { $outlet }, { $time }: { $share } kept
lineage-folded = { $n ->
    [one] +{ $n } within { $minutes } min
   *[other] +{ $n } within { $minutes } min
}
lineage-more = { $n ->
    [one] { $n } more printing stands in the table alone.
   *[other] { $n } more printings stand in the table alone.
}

# Views as feeds (/out/..., and a line on each such page)
out-title = { $title } ({ $counts })
out-page = Feed of this page
out-once = Give one of these addresses to your feed reader now; they are not shown again.
out-say = Whoever has the address reads what you may read, whole texts too. A new one ends the one before.
out-all = All secret addresses
out-many = There are { $n } secret addresses already. End one of them in the settings first.
out-did-end = The address opens nothing any more.
out-addresses = Secret addresses of feeds
out-addresses-help = Whoever has such an address reads what you may read. Addresses of kept searches stand with the searches.
out-addresses-none = None yet. A page that is a feed too offers one at its foot.
out-end-of = End the address of { $name }
## Why something was not done or not read (crates/wireroom-model/src/why.rs)

why-because = { $what }: { $why }
why-more = { $what } (and { $n } more)
why-stage-name = its name was not resolved
why-stage-connection = no connection was made
why-stage-answer = it did not answer
why-stage-end = its answer did not end
why-inward-loopback = it is this machine (loopback)
why-inward-this-net = it is this machine (0.0.0.0/8)
why-inward-private = it is a private address
why-inward-carrier = it is a carrier's private address
why-inward-link-local = it is a link-local address
why-inward-many = it is no single machine's address
why-inward-cloud = it is a cloud machine's own data
why-inward-reserved = it is a reserved address
why-inward-test-net = it is a test network's address
why-inward-documentation = it is an address for documentation
why-inward-not-public = it is not a public address
why-inward-too-many = its name has more addresses than can be checked
why-cause-nothing-listens = nothing listens there (connection refused)
why-cause-reset = it reset the connection
why-cause-aborted = it aborted the connection
why-cause-no-way = there is no way to it from here
why-cause-closed = it closed the connection
why-cause-closed-in-tls = it closed the connection while TLS was being agreed on
why-cause-expired = its certificate has expired
why-cause-not-yet-valid = its certificate is not valid yet
why-cause-other-name = its certificate is for another name
why-cause-unknown-issuer = its certificate was issued by nobody this machine trusts
why-cause-bad-signature = its certificate was not signed by the issuer that it names
why-cause-revoked = its certificate was revoked
why-cause-bad-certificate = its certificate is not valid ({ $why })
why-cause-no-tls = what answers there does not speak TLS
why-cause-tls = TLS could not be agreed on ({ $why })
why-bad-address = "{ $address }" is not an address that can be fetched: write http:// or https:// and a host
why-inward = { $host } was not reached because { $why }; if it is yours, add it to the allow list (--allow { $host })
why-dns = the name { $host } could not be resolved
why-connect = { $host } could not be reached: { $why }
why-tls = { $host } could not be spoken to safely: { $why }
why-slow = { $host }: { $why } within { $n } s
why-no-answer = { $host } broke off before it answered: { $why }
why-not-http = what { $host } answers is not HTTP
why-head-too-large = the head of { $host }'s answer is longer than { $n } bytes or has more than { $lines } lines
why-too-large = the answer is larger than { $n } bytes
why-ratio = the answer unpacks to more than { $n } times its size, as only a trap does
why-layers = the answer is packed more than { $n } times over, as only a trap is
why-redirects = more than { $n } redirects
why-bad-redirect = { $host } redirects without saying where to
why-redirect-away = { $host } redirects to { $to }, which is not an address that can be fetched
why-status = { $host } answered { $status }
why-status-401 = it wants a name and password; set them for this feed
why-status-403 = it lets this program in with something else only; set the cookie or header that it gave you
why-status-404 = nothing is there (any more); its site may know the new address
why-status-407 = a proxy on the way wants a password; this program uses none
why-status-410 = it was taken away for good
why-status-429 = it was asked too often; it is left alone for longer now
why-status-451 = it may not show this for legal reasons
why-status-5xx = a fault on its side
why-withheld = { $host } answered { $status } after a redirect from { $from }: a feed's own headers, cookie and password go to its own address only, so give it the new one ({ $to })
why-empty = { $host } answered { $status } with nothing in it
why-body = the answer broke off or could not be decoded: { $why }
why-cut-short = the answer is cut short: { $why }
why-encoding = the content encoding "{ $name }" is not one that is read here (gzip, deflate, br, zstd)
why-later-asked = { $host } is asked again in { $n } s: it asked for patience
why-later-busy = { $host } is asked again in { $n } s: other requests to it come first
why-setup = the way out could not be opened: { $why }
why-long = { $address } takes long to answer
why-crashed = reading it broke off inside the program: { $why }
why-feed-empty = the answer is empty; check the address in a browser, it may need a login or may have moved
why-feed-web-page = this is a web page, not a feed; give the address of the feed itself, or add the page and let its feeds be found
why-feed-opml = this is an OPML list of subscriptions, not a feed; import it instead of adding it
why-feed-sitemap-index = this is a sitemap index, not a feed; give one of the sitemaps that it lists
why-feed-json = this is JSON, but not a JSON Feed; it has no "items"
why-feed-broken-json = this is JSON that breaks off or is malformed ({ $why }); the publisher must mend it
why-feed-none = this is no feed: no RSS, Atom, RDF, CDF, JSON Feed or news sitemap was found in it; check the address in a browser
why-feed-too-large = the feed has { $n } bytes, and { $limit } is the most that is read; ask the publisher for a shorter one
why-feed-address = "{ $address }" is no feed's address; it must begin with http:// or https://
why-feed-private = this address is another reader's private feed; ask the owner to make it public
why-list-empty = the file is empty
why-list-not-opml = this is no list of subscriptions; export one as OPML from your present reader
why-list-web-page = this is a web page, no list of subscriptions; look there for a link to an OPML file
why-list-feed = this is a feed, no list of subscriptions; add its address instead
why-list-too-large = the file has { $n } bytes, and { $limit } is the most that is read; split it
why-partly-cut = only what came before the break was read: { $why }
why-partly-over = { $n } of its entries were left out, the newest { $most } were read
why-moved-found = Found on { $address }, the address that was given.
why-moved-for-good = Moved here for good from { $address }.
why-header-hop = it steers the connection, which is the program's own work
why-header-frame = the program sets it itself for every request
why-header-speaks-for = it names somebody else as the sender
why-header-rewrites = it asks for another address or method than the one that was checked
why-header-metadata = it opens a cloud machine's own data
why-header-who-asks = it says who asks, and that is one answer for the whole house (setting: contact)
why-header-browser = only a browser may say it
why-header-login = a name and password are set as such (basic auth), so that they are kept as a secret
why-header-cookie = a cookie is set as such, so that it is kept as a secret
why-sent-forbidden = the header { $name } cannot be set for a feed: { $why }
why-sent-bad-name = "{ $name }" is no name of a header: letters, digits and - are
why-sent-bad-value = the value of { $name } cannot be sent: it may hold printable ASCII only, in one line of at most { $n } bytes
why-sent-bad-login = the name for basic auth cannot hold a colon, and neither name nor password a line break
why-sent-too-many = a feed may set at most { $n } headers
why-choice-too-long = { $name } is longer than { $n } bytes
why-choice-text-from = text-from is auto, feed or page, not "{ $value }"
why-choice-yes-or-no = { $name } is yes or no, not "{ $value }"
why-choice-to-writer = to-writer is yes, no or auto, not "{ $value }"
why-choice-header = a header is written NAME: VALUE; without a value it is taken away
why-choice-login = basic-auth is written NAME:PASSWORD
why-choice-access = access can only be taken away (access=none); set header, cookie or basic-auth
why-choice-unknown = no choice is named "{ $name }"; there are { $there }
why-choice-interval = interval is auto or a time such as 30m, 2h or 1d, not "{ $value }"
why-choice-too-seldom = interval is at most 30d; to read a feed no more, pause it ({ $value } was asked)
why-choice-too-often = interval is at least { $value } in this house (the setting poll-minutes), so that publishers are left in peace
why-choice-no-reader = a folder is a reader's own, and this house has no reader yet
why-choice-others-private = this feed is another reader's private one: only that reader may allow its texts to be sent to the writer
why-owners-too-large = the list has { $n } bytes, and { $most } are the most that is read; bring it in as several lists
why-owners-utf16 = the list is UTF-16; save it as UTF-8 ("CSV UTF-8" in a spreadsheet)
why-owners-no-utf8 = line { $n } is no UTF-8; save the list as UTF-8
why-owners-empty = the list is empty; its first line names the columns: outlet,publisher
why-owners-no-outlet = the list names no outlet with a publisher
why-owners-broken = the list cannot be read: { $why }
why-owners-no-columns = line 1 must name the columns: publisher, and outlet or domain (or both), such as outlet,publisher
why-owners-no-json = the JSON is not { $form }: { $why }
why-owners-no-toml = the TOML is not { $form }: { $why }
why-owners-too-many = { $at }: a list has at most { $n } outlets; bring it in as several lists
why-owners-many-lists = the house has { $n } lists of publishers; take some away, or bring this one in their place
why-owners-no-such = there is no list of publishers with the number { $number }; `wireroom publishers list` shows them
why-wrong-key = { $file }, "{ $key }"
why-wrong-too-large = it is larger than { $n } bytes; is it the right file?
why-wrong-toml = is not TOML: { $why }; write { $form }
why-wrong-toml-line = line { $line } is not TOML: { $why }; write { $form }
why-wrong-no-key = there is no such key; there are { $there }
why-wrong-not-quoted = every value of the list stands in quotes
why-wrong-no-text = write one value in quotes, or a list of them in square brackets
why-wrong-many-hosts = at most { $n }; put the others into a second file
why-wrong-name-no-host = "{ $name }" is no host; name the file press.example.toml, or say { $form }
why-wrong-no-host = "{ $name }" is no host; write it without https://, path or *, for example "press.example" (the hosts below it are meant too)
why-wrong-many-selectors = at most { $n } selectors; join some with commas
why-wrong-long-selector = a selector has at most { $n } characters
why-wrong-no-selector = "{ $name }" is no CSS selector; write it as in a style sheet, for example "div.story-text" or "#content p"
why-wrong-on-off = write "off" or "on"
why-wrong-twice = { $host } is named by { $other } too, which holds; take it out of one of them
why-wrong-folder = the folder cannot be read: { $why }
why-wrong-many-files = at most { $n } files are read; the rest is left out
why-wrong-unread = it cannot be read: { $why }
why-sorted-none-chosen = Choose articles of this story: those that are a story of their own.
why-sorted-nothing-stays = With their copies these are all articles of the story: nothing would stay in it.
why-sorted-closing = the house is closing
why-sorted-no-split = nothing was split
why-sorted-one-already = These two are one story already.
why-sorted-no-article = One of the two stories holds no article.
why-sorted-forbidden = A reader said that these two are not one story, or that articles of them never stand together. Take that back first, on the page of corrections.
why-sorted-not-one = The two stories could not be made one.
why-sorted-no-story = There is no story { $id } in this house.
why-sorted-too-many = { $n } corrections hold already; take back some that no longer matter
why-sorted-same = a word on two texts needs two different articles
why-sorted-unknown = there is no article { $id } in this house
why-there-feed = there is no feed { $id }
why-there-last-owner = { $name } is the house's only owner; make another one before, or remove the data folder to end the house
why-there-block = "{ $name }" is no block; open the site's page anew
why-there-page-gone = { $address } is no longer kept; choose a later page, or raise raw-mb and raw-days
why-there-no-site = { $address } was not read as a page of a site
why-there-page = there is no such page
why-there-private-page = this page came through a private feed, and its words are not kept where others see them; drop the element in an override instead
why-there-paragraph = the page holds no such paragraph any more; open it anew
why-there-no-folder = this house has no folder of overrides
why-there-no-host = "{ $host }" is no host
why-there-not-written = { $path } cannot be written: { $why }
why-there-user = there is no user { $id }
why-there-block-of = no such block is known of { $host }; open its page anew
why-there-correction = there is no correction { $number } that still holds
why-there-endless = the work does not end; see `wireroom doctor` for jobs that ask for themselves
