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
problem-tries-say = To keep guessers out, sign-in for this name waits a few minutes. Your account and all sessions stand.
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
