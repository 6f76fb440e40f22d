# Die Wörter der Oberfläche, Deutsch. `{ $n }` ist eine Zahl und wählt die Form, `{ $here }` die Stelle eines Links.

tongue-name = Deutsch
tongue-dir = ltr

## Der Rahmen jeder Seite

layout-skip = Direkt zu den Nachrichten
layout-plate = Wireroom, Titelseite
layout-edition = Ausgabe von heute
layout-main = Hauptmenü
layout-about = Eine Nachrichtenmaschine auf dem eigenen Rechner dieses Hauses.
layout-signed-in = Angemeldet als { $name }.
layout-sign-out = Abmelden
layout-foot = Wireroom { $version }, auf dem eigenen Rechner dieses Hauses.
layout-low-disk = Der Datenträger ist fast voll (noch { $free } frei): Bis wieder Platz ist, wird nichts Neues geholt. Nichts geht verloren.

menu-edition = Ausgabe
menu-latest = Neuestes
menu-topics = Themen
menu-outlets = Medien
menu-feeds = Feeds
menu-search = Suche
menu-ask = Fragen

## Zeiten

month = { $n ->
    [1] Januar
    [2] Februar
    [3] März
    [4] April
    [5] Mai
    [6] Juni
    [7] Juli
    [8] August
    [9] September
    [10] Oktober
    [11] November
   *[12] Dezember
}
month-brief = { $n ->
    [1] Jan.
    [2] Feb.
    [3] März
    [4] Apr.
    [5] Mai
    [6] Juni
    [7] Juli
    [8] Aug.
    [9] Sept.
    [10] Okt.
    [11] Nov.
   *[12] Dez.
}
weekday = { $n ->
    [1] Montag
    [2] Dienstag
    [3] Mittwoch
    [4] Donnerstag
    [5] Freitag
    [6] Samstag
   *[7] Sonntag
}
time-day = { $weekday }, { $day }. { $month } { $year }
time-month = { $month } { $year }
time-date = { $day }. { $month }
time-date-year = { $day }. { $month } { $year }
time-at = { $date }, { $clock }
time-full = { $date }, { $clock } Uhr ({ $offset })
time-unknown = kein Datum angegeben
time-now = gerade eben
time-soon = in unter einer Minute
time-minutes-ago = { $n ->
    [one] vor { $n } Minute
   *[other] vor { $n } Minuten
}
time-hours-ago = { $n ->
    [one] vor { $n } Stunde
   *[other] vor { $n } Stunden
}
time-days-ago = { $n ->
    [one] vor { $n } Tag
   *[other] vor { $n } Tagen
}
time-in-minutes = { $n ->
    [one] in { $n } Minute
   *[other] in { $n } Minuten
}
time-in-hours = { $n ->
    [one] in { $n } Stunde
   *[other] in { $n } Stunden
}
time-in-days = { $n ->
    [one] in { $n } Tag
   *[other] in { $n } Tagen
}

## Anzahlen und kleine Wörter

count-outlets = { $n ->
    [one] { $n } Medium
   *[other] { $n } Medien
}
count-origins = { $n ->
    [one] { $n } Ursprung
   *[other] { $n } Ursprünge
}
count-independent-origins = { $n ->
    [one] { $n } unabhängiger Ursprung
   *[other] { $n } unabhängige Ursprünge
}
count-articles = { $n ->
    [one] { $n } Artikel
   *[other] { $n } Artikel
}
count-stories = { $n ->
    [one] { $n } Geschichte
   *[other] { $n } Geschichten
}
count-feeds = { $n ->
    [one] { $n } Feed
   *[other] { $n } Feeds
}
tag-over = { $n ->
    [one] mehr als { $n } Geschichte
   *[other] mehr als { $n } Geschichten
}
count-entries = { $n ->
    [one] { $n } Eintrag
   *[other] { $n } Einträge
}
count-copies = { $n ->
    [one] { $n } Kopie
   *[other] { $n } Kopien
}
count-texts = { $n ->
    [one] { $n } Text
   *[other] { $n } Texte
}
count-versions = { $n ->
    [one] { $n } Fassung
   *[other] { $n } Fassungen
}
count-words = { $n ->
    [one] { $n } Wort
   *[other] { $n } Wörter
}
count-paragraphs = { $n ->
    [one] { $n } Absatz
   *[other] { $n } Absätze
}
count-days = { $n ->
    [one] { $n } Tag
   *[other] { $n } Tage
}
count-hours = { $n ->
    [one] { $n } Stunde
   *[other] { $n } Stunden
}
count-minutes = { $n ->
    [one] { $n } Minute
   *[other] { $n } Minuten
}
list-two = { $first } und { $last }
list-comma = { $first }, { $next }
list-more = { $names } und { $n } weitere
number-decimal = ,
percent = { $n } %
bytes-b = { $n } Bytes
bytes-kb = { $n } kB
bytes-mb = { $n } MB
bytes-gb = { $n } GB
bytes-tb = { $n } TB

## Türen, Listen, Themen und Medien

page-newer = Neuere
page-older = Ältere
latest-say = Alle Geschichten nach der Zeit ihres jüngsten Artikels.
latest-none = Noch keine Geschichte. Mit den ersten Artikeln kommen sie.
latest-end = Mehr hat dieses Haus nicht.
login-title = Anmelden
login-no-owner = Dieses Haus gehört noch niemandem. Der Einrichtungslink steht im Protokoll von wireroom; dort lassen sich Name und Passwort wählen.
login-wrong = Name und Passwort passen nicht zusammen. Bitte noch einmal versuchen.
setup-title = Dieses Haus einrichten
setup-say = Wer hier eintritt, liest als Erstes mit und besitzt das Haus. Namen und Passwort wählen; mehr wird nicht gefragt.
setup-do = Das Haus öffnen
follow-no-more = Nicht mehr folgen
tags-none = Noch wird keinem Thema gefolgt. Unten oder in einer Geschichte eines öffnen und „Folgen“ drücken.
tags-say = Wem gefolgt wird, in jeder Schreibweise.
tags-no-story = noch keine Geschichte
tags-newest = { $stories }, die jüngste: { $here }
tags-find = Ein Thema finden
tags-find-help = Jede Schreibweise eines Namens führt zum selben Thema.
tags-open = Öffnen
tags-offered = In den neuesten Geschichten
tag-none = Noch hat keine Geschichte dieses Hauses dieses Thema.
tag-stories = { $stories }, die jüngste zuerst.
tag-spelt = Gedruckt als { $names }; jede Schreibweise führt hierher
tag-yours = Themen, denen gefolgt wird
tag-blank-followed = Dem Thema wird gefolgt: Geschichten stehen hier, sobald es eine gibt.
tag-blank = Dem Thema folgen: Geschichten stehen hier, sobald es eine gibt.
tag-end = Mehr hat dieses Haus davon nicht.
tag-many = Es wird schon { $n } Themen gefolgt, mehr gehen nicht. Zuerst auf der Seite der Themen eines loslassen.
tag-list = Themen
tag-followed = gefolgt
outlets-none = Noch kein Medium. Mit den ersten Artikeln kommen sie.
outlets-say = { $outlets }, { $articles }. Gefüllt ist ein eigener Text, soweit dieses Haus weiß; hohl ist einer, der übernommen wurde.
outlets-by-publisher = Nach Verlagen
outlets-outlet = Medium
outlets-both = Eigenes und Übernommenes
outlets-own = Eigene
outlets-carried = Übernommen
outlets-last = Letzter Artikel
outlet-say = { $articles }: { $own } eigene, { $carried } von anderen übernommen.
outlet-publisher = Gehört zu { $here }, laut einer hereingeholten Liste
outlet-read = Letzter Artikel gelesen: { $here }
outlet-followed = Diesem Medium wird gefolgt: Seine Geschichten stehen in der Ausgabe höher und sagen es.
outlet-follow-help = Seine Geschichten stehen dann in der Ausgabe höher und sagen es.
outlet-story = Die Geschichte dazu
line-word-for-word = übernimmt einen fremden Text wörtlich
line-edited = übernimmt einen fremden Text, bearbeitet
line-part = übernimmt einen Teil eines fremden Textes
line-most = übernimmt einen fremden Text, und mehr davon als jedes andere Medium
line-passages = teilt Stellen mit einem anderen
line-order-unknown = welcher Abdruck der erste war, ist unbekannt
line-no-earlier = kein früherer Abdruck in diesem Haus
line-own = eigener Text, soweit dieses Haus weiß

## Feeds

feeds-none = Noch kein Feed. Einen mit seiner Adresse hinzufügen oder eine OPML-Datei aus einem anderen Leseprogramm mitbringen.
feeds-all-well = { $feeds }, alles in Ordnung.
feeds-some-well = { $n ->
    [0] { $feeds }, { $well } davon in Ordnung; keiner braucht Hilfe.
    [one] { $feeds }, { $well } davon in Ordnung; einer braucht Hilfe.
   *[other] { $feeds }, { $well } davon in Ordnung; { $n } brauchen Hilfe.
}
feeds-needy = { $n ->
    [one] Einer braucht Hilfe
   *[other] { $n } Feeds brauchen Hilfe
}
feeds-rest = Die übrigen
feeds-feed = Feed
feeds-health = Zustand
feeds-happened = Was geschah
feeds-articles = Artikel
feeds-last = Zuletzt gelesen
feeds-never = nie
feeds-change = Ändern
feeds-private = privat
feeds-next = Wird wieder gelesen { $here }
feeds-now = Jetzt lesen
feeds-choices = Auswahl
feeds-word-failing = Gestört
feeds-word-gone = Weg
feeds-word-silent = Verstummt
feeds-word-twice = Zweimal gescheitert
feeds-word-once = Einmal gescheitert
feeds-word-waiting = Wartet
feeds-word-resting = Ruht
feeds-word-well = In Ordnung
feeds-told-failing = { $n }-mal nacheinander gescheitert; zuletzt gelesen { $ago }.
feeds-told-never = { $n }-mal nacheinander gescheitert; er wurde noch nie gelesen.
feeds-told-gone = Das Medium hat ihn endgültig eingestellt: entfernen oder nach dem neuen Feed der Website suchen.
feeds-told-silent-daily = Er meldete sich sonst jeden Tag; nun nichts seit { $span }. Er antwortet noch: Vielleicht ist das Medium zu einem anderen umgezogen.
feeds-told-silent = Er meldete sich sonst alle { $n } Tage; nun nichts seit { $span }. Er antwortet noch: Vielleicht ist das Medium zu einem anderen umgezogen.
feeds-told-waiting = Es wird von selbst noch einmal versucht.
feeds-told-unread = Noch nicht gelesen.
feeds-told-paused = Er wurde angehalten.
span-days = { $n ->
    [one] { $n } Tag
   *[other] { $n } Tagen
}
feeds-read-minutes = { $n ->
    [one] Wird jede Minute gelesen
   *[other] Wird alle { $n } Minuten gelesen
}
feeds-read-hours = { $n ->
    [one] Wird jede Stunde gelesen
   *[other] Wird alle { $n } Stunden gelesen
}
feeds-speaks-day = { $n ->
    [1] Meldet sich etwa einmal am Tag.
    [2] Meldet sich etwa zweimal am Tag.
    [one] Meldet sich etwa { $n }-mal am Tag.
   *[other] Meldet sich etwa { $n }-mal am Tag.
}
feeds-speaks-week = Meldet sich etwa einmal in der Woche.
feeds-speaks-month = Meldet sich etwa einmal im Monat.
feeds-speaks-days = { $n ->
    [one] Meldet sich etwa alle { $n } Tage.
   *[other] Meldet sich etwa alle { $n } Tage.
}
feeds-texts-all = { $n ->
    [1] Sein einziger Text ist vollständig.
    [one] Die letzten { $n } Texte alle vollständig.
   *[other] Die letzten { $n } Texte alle vollständig.
}
feeds-texts-some = { $whole } der letzten { $all } vollständig; { $lacks }.
feeds-texts = { $n ->
    [one] { $n } Text
   *[other] { $n } Texte
}
feeds-stumps = { $n ->
    [one] { $n } nur mit den Worten des Feeds
   *[other] { $n } nur mit den Worten des Feeds
}
feeds-empty = { $n ->
    [one] { $n } leer
   *[other] { $n } leer
}
feeds-add = Einen Feed hinzufügen
feeds-address = Adresse
feeds-address-help = Die Adresse einer Website genügt; Wireroom sucht ihren Feed. Ein Kanal, ein Profil oder ein Repository geht auch. Zuerst ist zu sehen, was dort steht; hinzugefügt wird erst auf Wunsch.
feeds-look = Ansehen
feeds-lists = Eine Liste mitbringen oder mitnehmen
feeds-file = Datei aus einem anderen Leseprogramm
feeds-or-list = Oder die Adresse einer Liste
feeds-list = Adresse einer OPML-Liste
feeds-or-paste = Oder ihren Text einfügen
feeds-opml = OPML-Text
feeds-bring = Mitbringen
feeds-take = Oder { $here }, mit Ordnern, Titeln und Einstellungen. Passwörter, Cookies und Kopfzeilen bleiben hier.
feeds-take-link = die eigenen Feeds als OPML mitnehmen
feeds-watch = Der Zustand als Feed
feeds-watch-help = Jeder Feedreader kann melden, wenn ein Feed gestört ist, wegfällt oder verstummt: ein Eintrag je Änderung. Die Adresse ist geheim und gilt nur für dieses Konto; eine neue beendet die vorige.
feeds-watch-make = Adresse anlegen
feeds-watch-once = Diese Adresse jetzt dem Feedreader geben; sie wird nicht noch einmal gezeigt: { $address }
feeds-watch-path = Diesen Pfad, hinter der Adresse dieser Website, jetzt dem Feedreader geben; er wird nicht noch einmal gezeigt: { $path }
feeds-watch-title = Zustand der Feeds
feeds-watch-failing = { $name } ist gestört
feeds-watch-gone = { $name } ist weg
feeds-watch-silent = { $name } ist verstummt
feeds-watch-well = { $name } ist wieder in Ordnung
feeds-sites = Ihre Websites
feeds-sites-help = Was eine Website auf Seite um Seite druckt, wird gelernt und aus ihren Texten gelassen. { $here }.
feeds-sites-link = Ansehen, zurücknehmen oder sagen, wie eine Website gelesen wird
feeds-kept = Was das Haus aufbewahrt
feeds-kept-help = Alles bleibt für immer, wenn die Einstellungen nichts anderes sagen.
kept-pages = Rohe Seiten
kept-texts = Texte
kept-rest = Der Rest der Datenbank
kept-other = Suchindex und Sicherungen
kept-all = Zusammen
kept-free = Frei auf dem Datenträger
feeds-no-address = Es fehlt eine Adresse, etwa https://example.org/feed.
feeds-choose = { $n ->
    [one] Diese Website hat { $n } Feed
   *[other] Diese Website hat { $n } Feeds
}
feeds-choose-say = Ankreuzen, was gelesen werden soll. Noch ist nichts hinzugefügt.
feeds-choose-do = Angekreuzte hinzufügen
feeds-found-none = { $n ->
    [one] Dort wurde kein Feed gefunden; { $n } Adresse wurde versucht
   *[other] Dort wurde kein Feed gefunden; { $n } Adressen wurden versucht
}
feeds-found-none-say = Auf der Website nach einem Link namens RSS oder Atom suchen. Oder die Adresse hinzufügen, wie sie ist: Sie wird jedes Mal neu angesehen.
feeds-as-is = { $address } hinzufügen, wie es ist
feeds-no-list = Eine OPML-Datei wählen, ihren Text einfügen oder ihre Adresse angeben.
feeds-brought = { $feeds } hinzugefügt; { $known } gab es hier schon.
feeds-left-out = { $n ->
    [one] { $n } Zeile ausgelassen:
   *[other] { $n } Zeilen ausgelassen:
}
and-more = { $n ->
    [one] und { $n } weitere
   *[other] und { $n } weitere
}
feed-site = Zur Website
feed-yours = Für dieses Konto
feed-title = Eigener Titel
feed-folders = Eigene Ordner
feed-folders-help = Einer je Zeile; Nachrichten/Welt ist der Ordner Welt im Ordner Nachrichten.
feed-read = Wie er gelesen wird
feed-text-from = Texte kommen
feed-text-auto = von der Seite, wenn der Feed nicht den ganzen Text enthält
feed-text-feed = immer aus dem Feed
feed-text-page = immer von der Seite
feed-copies = Kopien, die er bringt
feed-folded = stehen gefaltet unter ihrem Ursprung
feed-unfolded = stehen für sich, jede mit den anderen, die sie drucken
feed-asked = Er wird abgerufen
feed-interval-auto = wie es sein eigener Rhythmus verlangt
feed-interval-minutes = { $n ->
    [one] jede Minute
   *[other] alle { $n } Minuten
}
feed-interval-hours = { $n ->
    [one] jede Stunde
   *[other] alle { $n } Stunden
}
feed-interval-seconds = { $n ->
    [one] jede Sekunde
   *[other] alle { $n } Sekunden
}
feed-interval-twice = zweimal am Tag
feed-interval-day = einmal am Tag
feed-interval-week = einmal in der Woche
feed-access = Womit er abgerufen wird
feed-access-none = Nur mit seiner Adresse. Für einen Feed hinter einer Anmeldung hier eintragen, was das Medium dafür gegeben hat; es geht allein an den Server dieses Feeds und wird nie wieder gezeigt.
feed-access-some = Gesendet wird: { $names }. Keine Seite und kein Protokoll zeigt mehr.
feed-access-header = die Kopfzeile { $name }
feed-access-cookie = ein Cookie
feed-access-basic = Name und Passwort
feed-access-other = Stattdessen ein Cookie oder eine Kopfzeile
feed-cookie = Cookie
feed-header = Kopfzeile
feed-header-value = Ihr Wert
feed-access-drop = Alles davon entfernen
feed-writer = Worte einer Maschine
feed-writer-help = Hat das Haus einen Schreiber, dürfen ihm Sätze dieses Feeds gesendet werden, damit er sie kürzt und verbindet.
feed-writer-sent = Seine Texte werden gesendet
feed-writer-auto = nur wenn er öffentlich ist und ohne Geheimnis abgerufen wird
feed-writer-yes = ja, das ist erlaubt
feed-writer-no = nie
feed-rests = Er ruht
feed-stop = Ruhen lassen oder beenden
feed-rests-help = Er wird nicht abgerufen. Was er brachte, ist hier.
feed-resume = Wieder lesen
feed-stop-help = Solange er ruht, wird er nicht abgerufen; was er brachte, bleibt.
feed-pause = Ruhen lassen
feed-remove = Diesen Feed entfernen
feed-remove-help = Er wird nicht mehr abgerufen; seine Einträge, Einstellungen und Passwörter gehen. Die Artikel, die er brachte, bleiben in ihren Geschichten und in der Suche.
feed-remove-sure = Ja, { $name } entfernen
feed-remove-do = Entfernen
feed-nothing = Es war nichts ausgefüllt, also hat sich nichts geändert.
feed-not-sure = Bitte ankreuzen, dass es so gemeint ist; nichts wurde entfernt.
hub-active = Der Hub { $hub } meldet diesem Haus Neues, { $last }, noch für { $until }.
hub-last = zuletzt { $ago }
hub-nothing = bisher nichts
hub-failed = Der Hub { $hub } war nicht zu bitten, Neues zu melden.
hub-wanted = Der Hub { $hub } wird noch gebeten, Neues zu melden.
hub-asked = Der Hub { $hub } wurde gebeten, Neues zu melden, und hat noch nicht geantwortet.
hub-denied = Der Hub { $hub } meldet nichts.
hub-leaving = Der Hub { $hub } wird gerade abbestellt.
hub-unnamed = den der Feed nennt

## Ein Feed, bevor er hinzugefügt ist

feeds-choose-one = Noch ist nichts hinzugefügt.
feeds-choose-this = Diesen Feed hinzufügen
feeds-choose-not = Jetzt nicht
feeds-offer-known = Dieses Haus hat ihn schon; wer ihn hinzufügt, abonniert ihn.
feeds-offer-latest = Womit er beginnt
feeds-spot-named = von der Seite genannt
feeds-spot-linked = auf der Seite verlinkt
feeds-spot-kind = wo solche Websites ihn haben
feeds-spot-usual = an einer üblichen Stelle
feeds-spot-part = ein Teil der Website
feeds-spot-comments = Kommentare von Lesenden
feeds-silent = { $address } war nicht zu lesen
feeds-silent-say = Nichts ist hinzugefügt. Die Adresse prüfen und noch einmal versuchen; oder sie hinzufügen, wie sie ist: Sie wird jedes Mal neu abgefragt.

## Verlage und Websites

publishers-title = Verlage
publishers-none = Medien, die jemandem gemeinsam gehören, sind eine Stimme. Wireroom bringt keine Liste der Eigentümer mit: Mit einer eigenen zählen Geschichten auch die Verlage.
publishers-say = { $publishers } besitzen die Medien dieses Hauses, laut { $lists }. Ein Medium, das in keiner Liste steht, zählt für sich.
publishers-lists-count = { $n ->
    [one] { $n } Liste
   *[other] { $n } Listen
}
publishers-unlisted = In keiner Liste
publishers-keep = Diese Liste behalten
publishers-bring = Eine Liste mitbringen
publishers-name = Ihr Name
publishers-list = Die Liste
publishers-replace = Anstelle aller anderen Listen
publishers-keep-do = Behalten
publishers-again = Noch einmal probieren
publishers-help = CSV mit einer ersten Zeile wie { $here }; oder dasselbe als TOML oder JSON.
publishers-file = Datei
publishers-paste = Oder einfügen
publishers-see = Ansehen, was sie ändert
publishers-lists = Listen
publishers-lists-help = Wem ein Medium gehört, sagt die neueste Liste, in der es steht.
publishers-replaced = ersetzt
publishers-remove = Entfernen
publishers-owned = Medien nach Verlagen
publishers-no-file = Eine Datei wählen oder die Liste einfügen.
publishers-unnamed = Eine Liste von der Seite
publishers-read = Gelesen: { $outlets }, { $publishers }.
publishers-known = Diese Liste hat das Haus schon; nichts wurde geändert.
publishers-dry = Noch ist nichts behalten.
publishers-in = Die Liste gilt.
publishers-gone = Die Liste ist entfernt.
publishers-after = { $n ->
    [one] Einen Verlag haben { $owned } der im Haus gelesenen ({ $outlets }); { $n } Geschichte wird neu gezählt.
   *[other] Einen Verlag haben { $owned } der im Haus gelesenen ({ $outlets }); { $n } Geschichten werden neu gezählt.
}
publishers-would = { $n ->
    [one] Mit ihr haben { $owned } der im Haus gelesenen ({ $outlets }) einen Verlag; { $n } Geschichte wäre neu zu zählen.
   *[other] Mit ihr haben { $owned } der im Haus gelesenen ({ $outlets }) einen Verlag; { $n } Geschichten wären neu zu zählen.
}
publishers-left-out = { $n ->
    [one] zusammen { $n } Zeile ausgelassen
   *[other] zusammen { $n } Zeilen ausgelassen
}
publishers-now = { $outlet }: { $after }
publishers-moved = { $outlet }: { $after }, nicht mehr { $before }
publishers-lost = { $outlet }: in keiner Liste, nicht mehr { $before }
sites-title = Websites
sites-nothing = Noch bleibt nichts draußen: Ein Absatz wird gelernt, wenn er auf mehreren Seiten einer Website stand.
sites-learnt = Aus den Texten bleiben { $paragraphs }, die Seite um Seite wiederkehren, auf { $sites }.
sites-with = { $n ->
    [one] einer Website
   *[other] { $n } Websites
}
sites-kept = { $n ->
    [one] Einer bleibt auf Wunsch.
   *[other] { $n } bleiben auf Wunsch.
}
sites-ready = { $n ->
    [one] { $n } eigene Regel steht bereit.
   *[other] { $n } eigene Regeln stehen bereit.
}
sites-unknown = Kein Artikel dieses Hauses wird von einer Seite mit dieser Adresse gelesen. Die Adresse aus dem Link des Artikels zum Original übernehmen.
sites-outgrown = trifft auf den letzten { $n } Seiten nichts: Vielleicht ist die Website anders gebaut
sites-missed = ein Selektor traf auf { $missed } von { $pages } nichts
count-pages = { $n ->
    [one] { $n } Seite
   *[other] { $n } Seiten
}
sites-faults = Eigene Regeln mit einem Fehler
sites-faults-help = Sie gelten nicht, bis der Fehler behoben ist; ihre Websites werden nach den üblichen Regeln gelesen.
sites-all = Alle Websites
sites-site = Website
sites-override = Eigene Regel
sites-pages = Gelesene Seiten
sites-out = Ausgelassen
sites-you-keep = Behalten
sites-you-drop = Auf Wunsch ausgelassen
sites-look = Eine Seite ansehen
sites-address = Adresse des Originals eines Artikels
sites-address-help = Zu sehen ist der Text mit und ohne das, was über seine Website bekannt ist, und was nach welcher Regel ausgelassen wurde.
sites-how = Wie gelernt wird
sites-how-say = Ein Absatz, der auf fünf anderen Seiten einer Website stand und auf einer von acht, gehört der Website und keinem Artikel. Aufbewahrt werden nur Hashes und Anzahlen und je eine kurze Probe. Seiten privater Feeds lehren nichts.
sites-folder = Eigene Regeln sind Dateien in { $here }
site-you-keep = Auf Wunsch behalten
site-you-drop = Auf Wunsch ausgelassen
site-out = Ausgelassen
site-forgotten = (sein Text ist vergessen)
site-on = Auf { $pages }.
site-named = Auf einer Seite von Hand genannt.
site-lack = { $n ->
    [one] { $n } Text ist jetzt ohne ihn.
   *[other] { $n } Texte sind jetzt ohne ihn.
}
site-lack-gone = { $n ->
    [one] Eine der Seiten ist nicht mehr aufbewahrt; ihr Text bleibt, wie er ist.
   *[other] { $n } der Seiten sind nicht mehr aufbewahrt; deren Texte bleiben, wie sie sind.
}
site-unread = Noch keine Seite dieser Website wurde gelesen.
site-latest = Die neuesten { $n } Artikel stehen unten.
site-read = { $n ->
    [one] Hier gelesen: { $n } Artikel.
   *[other] Hier gelesen: { $n } Artikel.
}
site-none-out = Nichts bleibt als Eigenes der Website aus ihren Texten.
site-are-out = { $n ->
    [one] { $n } Absatz bleibt als Eigenes der Website aus den Texten.
   *[other] { $n } Absätze bleiben als Eigenes der Website aus den Texten.
}
site-others-stay = { $n ->
    [one] Einer bleibt auf Wunsch.
   *[other] Andere bleiben auf Wunsch.
}
site-did-keep = Er bleibt von jetzt an in den Texten.
site-did-keep-back = Er bleibt von jetzt an in den Texten und kommt in etwa einer Minute zurück in { $articles }.
site-did-drop = Er geht aus allen Texten dieser Website; { $pages }.
site-did-saved = Gespeichert. Es gilt ab der nächsten Seite; die aufbewahrten Seiten lassen sich unten neu lesen.
site-did-removed = Die eigene Regel ist entfernt. Ab der nächsten Seite wird die Website nach den üblichen Regeln gelesen.
site-did-again = { $pages }.
site-rereads = { $n ->
    [0] keine Seite ist aufbewahrt, die neu zu lesen wäre
    [one] { $n } Seite wird neu gelesen
   *[other] { $n } Seiten werden neu gelesen
}
site-did-gone = { $n ->
    [one] Eine Seite ist nicht mehr aufbewahrt: Ihr Artikel bleibt, wie er ist.
   *[other] { $n } Seiten sind nicht mehr aufbewahrt: Ihre Artikel bleiben, wie sie sind.
}
site-did-more = { $n ->
    [one] { $n } weitere Seite ist aufbewahrt; wireroom reprocess liest sie alle.
   *[other] { $n } weitere Seiten sind aufbewahrt; wireroom reprocess liest sie alle.
}
site-matched-none = traf nichts
site-matched = { $n ->
    [one] traf { $n } Element
   *[other] traf { $n } Elemente
}
site-same = Der Text ist auf beide Arten derselbe.
site-less = { $n ->
    [one] { $n } Absatz weniger.
   *[other] { $n } Absätze weniger.
}
site-more = { $n ->
    [one] { $n } Absatz mehr.
   *[other] { $n } Absätze mehr.
}
site-less-more = { $n ->
    [one] { $n } Absatz weniger, { $more } mehr.
   *[other] { $n } Absätze weniger, { $more } mehr.
}
site-facts-differ = Was über ihn gesagt ist (Titel, Namen oder Datum), ist verschieden.
site-no-text = Kein Text.
site-repeats = Was sie immer wieder druckt
site-said = So gesagt { $here }.
site-keep = In den Texten behalten
site-drop = Auslassen
site-above = { $file } gilt auch für diesen Host; was hier gespeichert wird, bekommt eine eigene Datei.
site-usual = Die Website wird nach den üblichen Regeln gelesen. Eine eigene Regel ist eine Datei, die anderes sagt.
site-text = Was sie sagt
site-try-on = Probieren an
site-or-address = Oder an der Seite einer Adresse
site-address = Adresse einer Seite, von der ein Artikel gelesen wird
site-try = Probieren
site-save = Speichern
site-key-body = wo der Text steht; mehrere werden in der Reihenfolge der Seite verbunden
site-key-drop = was nicht dazugehört
site-key-facts = wo diese gelesen werden
site-key-learn = von dieser Website nichts lernen und nichts Gelerntes auslassen
site-key-hosts = andere Hosts, die ebenso gelesen werden; ein Host steht für die unter ihm
site-key-notes = warum, für alle, die später nachsehen
site-selectors = Selektoren sind CSS, einer in Anführungszeichen oder mehrere in eckigen Klammern. Probieren ändert nichts; ein leerer Text, gespeichert, entfernt die Datei.
site-again = Die aufbewahrten Seiten neu lesen
site-both = Eine Seite auf beide Arten
site-plain = Nur nach den üblichen Regeln
site-with = Mit dem, was über die Website bekannt ist
site-mark-gone = ausgelassen
site-mark-new = nur hier
site-name = Etwas darin gehört nicht zum Artikel
site-name-say = Den Absatz nennen; er geht aus allen Texten von { $host }
site-rules = Was nicht im Text steht, und warum
site-rule = Regel
site-blocks = Blöcke
site-texts = Texte
site-show = Zeigen
site-no-page = Eine Seite zum Probieren wählen oder die Adresse einer Seite angeben, von der hier ein Artikel gelesen wird.
site-form-block = Das Formular nennt keinen Absatz.
site-form-page = Das Formular nennt keine Seite.

## Warum ein Block nicht im Text steht

cut-element = In einem Element, das nie einen Artikel enthält: nav, footer, aside, form, button, menu.
cut-named = In einem Element, dessen Namen es Beiwerk nennen.
cut-comments = Kommentare von Lesenden.
cut-hidden = Für Lesende nicht sichtbar.
cut-tag-link = Ein Link zur Seite eines Schlagworts.
cut-card = Eine von mehreren gleichen Karten mit einer Überschrift, die anderswohin führt.
cut-offer = In einem Kasten, der nach einer Adresse fragt, oder mit einem Link zum Abonnieren, Anmelden oder Spenden.
cut-other-article = Von einem anderen Artikel der Seite.
cut-caption = Unterschrift oder Nachweis eines Bildes, zu den Bildunterschriften gelegt.
cut-post = Ein eingebetteter Beitrag, im HTML mit seiner Quelle aufbewahrt.
cut-title = Noch einmal der Titel.
cut-other-title = Eine Überschrift erster Ordnung im Text.
cut-linked-heading = Eine Überschrift, die ein Link ist.
cut-furniture-heading = Eine Überschrift über etwas, das nicht der Artikel ist.
cut-under-furniture-heading = Unter einer Überschrift über etwas, das nicht der Artikel ist.
cut-about-article = In einem Element für das, was über einen Artikel gesagt wird: Autorenzeile, Werkzeuge, Anzahlen.
cut-date-line = Ein Datum oder eine Uhrzeit für sich.
cut-links = Vor allem Links.
cut-link-list = In einer Liste, die vor allem aus Links besteht.
cut-phrase = Beginnt oder liest sich wie Beiwerk.
cut-begging = Bittet auf mehrere Arten um Geld, Adressen oder Zustimmung.
cut-repeated = Stand auf der Seite schon einmal.
cut-pull-quote = Ein Satz des Textes, groß gesetzt.
cut-outside-statement = Außerhalb des Textes, den die Seite als Daten angibt.
cut-byline = Nennt, wer schrieb, und wenig mehr.
cut-head-label = Ein Etikett vor dem ersten Satz.
cut-biography = Über die Verfasserin oder den Verfasser.
cut-sign-off = Worin die Beteiligten unter dem Text zeichnen; sie sind genannt.
cut-tail-label = Ein Etikett nach dem letzten Satz.
cut-bare-heading = Eine Überschrift, unter der nichts steht.
cut-learnt-of-site = Die Website druckt es auf vielen ihrer Seiten.
cut-override = Die eigene Regel der Website lässt es aus.
cut-outside = Außerhalb des gewählten Teils.

## Der Rest des Menüs

menu-more = Mehr

## Ordner, Bilder, Korrekturen

folders-title = Eigene Ordner
folders-help = Sie gelten nur für dieses Konto. Ein Feed kann in mehreren stehen.
folders-move = Feeds in einen Ordner legen
folders-which = Ordner
folders-put = Hineinlegen
folders-take = Herausnehmen
folders-none = Kein Feed war angekreuzt. Nichts wurde geändert.
folders-at-once = Höchstens { $n } Feeds auf einmal. Nichts wurde geändert.
folders-make = Ein neuer Ordner
folders-make-do = Anlegen
folders-new-name = Sein Name
folders-rename = Umbenennen
folders-end = Ordner löschen
folders-end-help = Die Feeds darin bleiben und werden gelesen wie zuvor. Ordner darin gehen mit.
folders-name = Ein Ordner braucht einen einzeiligen Namen, höchstens { $n } Zeichen.
folders-many = Es sind schon { $n } Ordner, mehr gehen nicht. Zuerst einen löschen.
folders-unknown = Diesen Ordner gibt es nicht mehr. Nichts wurde geändert.
done-folder-made = Der Ordner ist angelegt. Nun lassen sich unten Feeds hineinlegen.
done-folder-moved = Der Ordner ist nun so, wie gewählt.
done-folder-renamed = Der Ordner heißt jetzt anders.
done-folder-ended = Der Ordner ist gelöscht; seine Feeds bleiben.
settings-no-pictures = Keine Bilder
settings-no-pictures-help = Die Seiten laden dann keine.
story-corrected = Korrigiert
story-coverage-corrected = { $n ->
    [one] { $n } Artikel wurde später korrigiert: im Ring.
   *[other] { $n } Artikel wurden später korrigiert: im Ring.
}

## Formulare, die nicht zu lesen sind

form-pieces = Das Formular kam in Teilen an, die nicht zusammenpassen. Noch einmal senden.
form-line = Das Formular kam ohne die Zeile an, die seine Felder trennt. Noch einmal senden.
form-fields = Das Formular hat mehr Felder als irgendeine Seite dieses Hauses.
feeds-bad-address = „{ $address }“ ist keine Webadresse. Eine sieht aus wie example.org oder https://example.org/feed: Vielleicht fehlt ein Buchstabe oder ein Punkt.

## Warum, in fremden Worten

feeds-told-because = { $reason } { $said }

## Kommentare

talk-title = Kommentare
talk-title-of = Kommentare zu: { $story }
talk-title-one = Ein Kommentar von { $name }
talk-none-yet = Noch hat niemand etwas gesagt.
talk-nothing-yet = In diesem Haus hat noch niemand etwas gesagt. Kommentare beginnen auf der Seite einer Geschichte.
talk-be-first = Etwas sagen
talk-all = { $n ->
    [one] { $n } Kommentar
   *[other] { $n } Kommentare
}
talk-feed = Als Feed
talk-everywhere = Kommentare zu allen Geschichten
talk-everybodys = Alle Kommentare
talk-mine = Eigene Kommentare
talk-about = Worum es geht
talk-about-story = Die Geschichte als Ganzes
talk-say = Kommentar
talk-say-help = Markdown: *Betonung*, > Zitate, - Listen, [Links](https://…). Kein HTML, keine Bilder; höchstens { $n } Zeichen.
talk-send = Kommentieren
talk-on-sentence = Zum Satz
talk-on-figure = Zur Zahl
talk-words-gone = Die Worte, auf denen er steht, sind nicht mehr aufbewahrt oder hier nicht zu sehen.
talk-edited = geändert
talk-answers = antwortet
talk-more-of-one = Antworten und mehr
talk-newer = Neuere
talk-older = Ältere
talk-back = Zurück zu den Kommentaren
talk-answer = Antwort
talk-edit = Ändern
talk-edit-text = Kommentar
talk-keep = Änderung behalten
talk-delete = Löschen
talk-delete-help = Die Worte verschwinden, Antworten bleiben. Die Redaktion kann weiterhin lesen, was dort stand.
talk-report = Melden
talk-report-why = Was ist daran falsch?
talk-mute = Stummschalten
talk-unmute = Wieder hören
talk-mute-help = Nur hier ist dann nicht mehr zu sehen, was diese Person sagt. Sie erfährt davon nichts.
talk-rule = Entscheidung
talk-reason = Grund, den auch die Verfasserin oder der Verfasser liest
talk-stands = Stehen lassen
talk-hide = Ausblenden
talk-ruled = Entscheidungen
talk-ruled-hidden = Ausgeblendet von { $by }
talk-ruled-stands = Stehen gelassen von { $by }
talk-history = Was vorher dort stand
talk-history-help = Zu sehen für die Verfasserin oder den Verfasser und die Redaktion.
talk-was-edited = Vor einer Änderung
talk-was-deleted = Vor dem Löschen
talk-nobody = ein Konto, das es nicht mehr gibt
talk-waits = Wartet auf die Redaktion; außer ihr sieht es nur, wer es geschrieben hat.
talk-waits-others = Dieser Kommentar wartet auf die Redaktion.
talk-hidden-seen = Von der Redaktion ausgeblendet; außer ihr sieht es nur, wer es geschrieben hat.
talk-hidden = Die Redaktion hat diesen Kommentar ausgeblendet.
talk-deleted = Dieser Kommentar wurde gelöscht.
talk-muted = Von jemandem, der hier stummgeschaltet ist.
talk-moderation = Moderation
talk-moderation-help = Was gemeldet wurde und was wartet. Jede Entscheidung behält ihren Grund.
talk-queue = Zu entscheiden
talk-queue-empty = Nichts wartet.
talk-first-comment = Ein erster Kommentar eines neuen Kontos
talk-reported-by = Gemeldet von
talk-setting = Erste Kommentare
talk-setting-on = Die ersten Kommentare eines neuen Kontos warten hier, bis die Redaktion sie stehen lässt.
talk-setting-off = Kommentare neuer Konten erscheinen sofort.
talk-setting-begin = Erste Kommentare warten lassen
talk-setting-end = Sofort zeigen
talk-secret = Diese Adresse jetzt dem Feedreader geben; sie wird nicht noch einmal gezeigt. Mit der Nummer einer Geschichte dahinter (/17) ist sie deren Feed.
talk-secret-help = Eine geheime Adresse gibt dem Feedreader, was hier zu sehen ist. Eine neue beendet die vorige.
talk-secret-make = Geheime Adresse machen
talk-did-said = Der Kommentar steht.
talk-did-waits = Der Kommentar ist aufbewahrt. Die ersten eines Kontos warten auf die Redaktion; hier ist er schon zu sehen.
talk-did-edited = Geändert. Was vorher dort stand, bleibt für das eigene Konto und die Redaktion lesbar.
talk-did-deleted = Gelöscht. Antworten darauf bleiben.
talk-did-reported = Gemeldet. Die Redaktion sieht es sich an.
talk-did-muted = Stummgeschaltet. Diese Kommentare erscheinen hier nicht mehr.
talk-did-unmuted = Diese Kommentare erscheinen hier wieder.
talk-did-ruled = Entschieden und mit dem Grund aufbewahrt.
talk-did-set = Eingestellt.
talk-fault-empty = Ein Kommentar braucht Worte.
talk-fault-long = Das sind { $n } Zeichen; ein Kommentar hat höchstens { $most }. Kürzen oder in zweien sagen.
talk-fault-soon = Das ist schneller, als dieses Haus von einem Konto Kommentare annimmt. Erneut versuchen: { $again }. Der Text steht unten noch.
talk-fault-full = Dieser Faden hat so viele Antworten, wie einer haben darf. Ein neuer beginnt bei der Geschichte.
talk-fault-nothing = Das geht nicht mehr: Der Kommentar wurde gelöscht oder ausgeblendet oder gehört jemand anderem.
talk-fault-reason = Es fehlt der Grund: Die Verfasserin oder der Verfasser liest ihn. Zurückgehen und einen nennen.
talk-no-words = Das Formular nennt Worte, die nicht mehr in dieser Geschichte stehen. Die Kommentare neu öffnen und aus der Liste wählen.

## Folgen und Stummschalten

following-title = Folgen und Stummschalten
following-help = Was in der eigenen Ausgabe höher steht und was draußen bleibt. Niemand sonst sieht das.
following-followed = Gefolgt wird
following-followed-help = Eine Geschichte mit etwas davon bekommt in der Ausgabe mehr Punkte und sagt es.
following-none = Noch nichts. Themen, Medien und Suchen haben einen Knopf dafür.
following-since = seit
following-ends = endet
following-end = Nicht mehr folgen
following-more = Etwas beim Namen folgen
following-name = Name
following-kind = Was es ist
following-kind-topic = Thema
following-kind-person = Person
following-kind-place = Ort
following-kind-outlet = Medium
following-kind-word = Wörter einer Überschrift
following-kind-search = Gemerkte Suche
following-follow = Folgen
following-muted = Stummgeschaltet ist
following-muted-help = Geschichten damit bleiben aus der Ausgabe; sie sagt am Ende, wie viele. Nichts geht verloren: Suche, Themen und Neuestes zeigen sie. Von einem Medium bleibt draußen, was es allein erzählt.
following-mute-more = Etwas stummschalten
following-mute = Stummschalten
following-unmute = Nicht mehr stumm
following-span = Wie lange
following-span-day = einen Tag
following-span-week = eine Woche
following-span-month = einen Monat
following-span-good = auf Dauer
following-reason = Warum, für sich selbst (kann leer bleiben)
following-readers = Stummgeschaltete Leserinnen und Leser
following-readers-help = Ihre Kommentare erscheinen hier nicht.
following-left = Wegen Stummschaltung ausgelassen
following-left-show = Ansehen
following-left-help = Geschichten, aus denen die jetzige Ausgabe ohne Stummschaltung auch gewählt hätte.
following-left-none = Die Stummschaltungen lassen in der jetzigen Ausgabe nichts aus.
following-left-for = Ausgelassen wegen
following-left-count = { $n ->
    [one] { $n } Geschichte wegen Stummschaltung ausgelassen.
   *[other] { $n } Geschichten wegen Stummschaltung ausgelassen.
}
following-fault-name = Es braucht einen Namen mit Buchstaben oder Ziffern. Ein Wort lässt sich stummschalten, ihm folgen nicht: Dafür lässt sich eine Suche merken.
following-fault-outlet = Kein Medium dieses Hauses heißt „{ $name }“. Die Seite der Medien hat die genauen Namen.
following-fault-many = Mehr lässt sich nicht folgen. Zuerst auf dieser Seite etwas loslassen.
following-fault-mutes = Es sind schon { $n } Stummschaltungen, mehr gehen nicht. Zuerst eine zurücknehmen.

## Gemerkte Suchen

kept-search = Gemerkte Suche
kept-keep = Diese Suche merken
kept-secret = Diese Adresse jetzt dem Feedreader geben; sie wird nicht noch einmal gezeigt.
kept-nothing = Sie findet noch nichts. Was kommt, steht dann hier.
kept-feed = Geheime Adresse für ihren Feed machen
kept-feed-anew = Neue geheime Adresse machen
kept-feed-end = Adresse beenden
kept-drop = Nicht mehr merken
kept-fault = So lässt sich diese Suche nicht merken. Zuerst danach suchen: Die Seite sagt, was fehlt.
kept-many = Es sind schon { $n } Suchen gemerkt, mehr gehen nicht. Zuerst eine loslassen.

## Suche

search-title = Suche
search-title-of = Suche: { $question }
search-field = Wörter in Überschriften und Texten
search-help = „Anführungszeichen“ fragen nach einer Wortfolge; ein Minus vor einem Wort schließt es aus.
search-language = Alles, was eine Suche sagen kann
search-language-all = Beide Wörter, in beliebiger Reihenfolge; längere Wörter werden auch an ihrem Anfang erkannt.
search-language-phrase = Diese Wörter nebeneinander.
search-language-or = Eines von beiden, ohne ein drittes. OR, AND und NOT stehen in Großbuchstaben.
search-language-filters = Gedruckt von einem Medium, in einer Sprache, von einer Autorin oder einem Autor, mit dem Wort in der Überschrift.
search-language-dates = Ab einem Tag, Monat oder Jahr; vor einem. Tage zählen nach UTC.
search-nothing = Nichts gefunden. Weniger oder kürzere Wörter finden mehr; „Anführungszeichen“ fragen nach einer Wortfolge.
search-found = { $n ->
    [one] { $n } Artikel gefunden.
   *[other] { $n } Artikel gefunden.
}
search-stories-found = { $n ->
    [one] { $n } Geschichte, zusammengestellt aus den besten gefundenen Artikeln.
   *[other] { $n } Geschichten, zusammengestellt aus den besten gefundenen Artikeln.
}
search-of-story = { $n ->
    [one] { $n } ihrer { $all } Artikel wurde gefunden
   *[other] { $n } ihrer { $all } Artikel wurden gefunden
}
search-best-first = Die besten zuerst.
search-newest-first = Die neuesten zuerst.
search-to-best = Die besten zuerst
search-to-newest = Die neuesten zuerst
search-by-story = Nach Geschichten
search-by-article = Nach Artikeln
search-best-article = Der beste Artikel
search-its-story = Die Geschichte dazu
search-before = Zurück
search-more = Mehr
search-end = Das ist alles.
search-fault-quote = Das Anführungszeichen vor „{ $text }“ wird nie geschlossen. Nach der Wortfolge eines ergänzen oder dieses entfernen.
search-fault-bracket = Eine Klammer wird geöffnet und nie geschlossen. Eine schließende ergänzen oder diese entfernen.
search-fault-stray = Eine schließende Klammer steht, wo keine geöffnet wurde. Sie kann weg.
search-fault-deep = Die Klammern stehen zu tief ineinander. Besser in zwei Suchen fragen.
search-fault-alone = { $sign } braucht etwas zum Suchen auf beiden Seiten oder dahinter. Ein Wort ergänzen – oder klein schreiben, um nach dem Wort selbst zu suchen.
search-fault-empty = { $name }: braucht einen Wert direkt nach dem Doppelpunkt, ohne Leerzeichen.
search-fault-filter = Den Filter „{ $name }“ gibt es nicht. Es gibt outlet:, lang:, author:, title:, before: und after:. In Anführungszeichen werden die Wörter selbst gesucht.
search-fault-date = { $name }:{ $value } ist kein Datum. Möglich sind ein Jahr, ein Monat oder ein Tag: 2026, 2026-11, 2026-11-22.
search-fault-lang = lang:{ $value } ist keine Sprache. Gefragt ist ihr Kürzel, etwa lang:de.
search-fault-refused = Hier wird alles ausgeschlossen. Es fehlt ein Wort, das vorkommen soll.
search-fault-long = Das sind mehr als 24 Wörter und Wortfolgen auf einmal. Bitte kürzen.
search-fault-outlet = Kein Medium dieses Hauses hat „{ $name }“ im Namen oder in der Adresse. Die Seite der Medien nennt alle.
outlet-unknown = Unbekanntes Medium
headline-none = (ohne Überschrift)
comma = { ", " }
list-semicolon = { $first }; { $next }

# Der Name der Sprache; `$name` ist ihr Kürzel in Großbuchstaben, wo hier kein Name steht.
language = { $code ->
    [ar] Arabisch
    [bg] Bulgarisch
    [cs] Tschechisch
    [da] Dänisch
    [de] Deutsch
    [el] Griechisch
    [en] Englisch
    [es] Spanisch
    [fa] Persisch
    [fi] Finnisch
    [fr] Französisch
    [he] Hebräisch
    [hi] Hindi
    [hu] Ungarisch
    [it] Italienisch
    [ja] Japanisch
    [ko] Koreanisch
    [nl] Niederländisch
    [no] Norwegisch
    [pl] Polnisch
    [pt] Portugiesisch
    [ru] Russisch
    [sv] Schwedisch
    [th] Thailändisch
    [tr] Türkisch
    [uk] Ukrainisch
    [zh] Chinesisch
   *[unnamed] { $name }
}
relation-verbatim = wörtlich
relation-edited = bearbeitet
relation-excerpt = Auszug
class-correction = Korrekturhinweis
class-headline = Überschrift
class-figure = Zahl
class-quote = Zitat
class-withdrawn = zurückgezogen
class-added = ergänzt
class-wording = Wortlaut
class-moved = Reihenfolge
class-typo = Tippfehler
class-setting = kein Wort: Zeichensetzung, Groß- und Kleinschreibung oder Abstände

## Ein Artikel

kind-article = Artikel
kind-explainer = Erklärstück
kind-interview = Interview
kind-transcript = Mitschrift
kind-live = Liveticker
kind-gallery = Bilderstrecke
kind-video = Video
kind-listing = Linkliste
kind-release = Pressemitteilung
kind-paywall = Hinter einer Bezahlschranke
kind-empty = Kein Text gefunden
article-credits = nennt als Quelle { $agency }
article-credits-with = mit { $agencies }
article-subscribers = nur mit Abo
article-desk = Redaktion
article-organisation = Organisation
article-old = Dies ist Fassung { $n }, ein älterer Text.
article-present = Zur jetzigen Fassung
article-more-authors = und { $n } weitere
article-date-address = Datum aus der Adresse der Seite gelesen
article-date-feed = Datum aus dem Feed
article-date-relative = aus einer relativen Zeitangabe der Seite errechnet
article-updated = Aktualisiert: { $here }
article-minutes = { $n ->
    [one] { $n } Minute Lesezeit
   *[other] { $n } Minuten Lesezeit
}
article-original = Original bei { $host }
article-cited-as = in der Geschichte als Quelle { $n } zitiert
article-captions = Bildunterschriften
article-stump = Das ist, was ohne Abo zu sehen ist, vielleicht nicht der ganze Text.
article-stump-told = Das ist, was ohne Abo zu sehen ist, vielleicht nicht der ganze Text: { $told }.
article-empty-paywall = Diesen Text zeigt das Medium nur mit Abo. Das Original enthält ihn.
article-empty-error = Die Seite des Mediums antwortete mit einem Fehler. Vielleicht ist das Original später wieder da.
article-empty-consent = Die Seite des Mediums verlangt eine Zustimmung zu Cookies, bevor sie den Text zeigt. Das Original enthält ihn.
article-empty-robot = Die Seite des Mediums verlangt den Nachweis, dass ein Mensch liest. Wireroom erbringt keinen; das Original enthält den Text.
article-empty-script = Die Seite des Mediums wird von Skripten geschrieben, die Wireroom nicht ausführt. Das Original enthält den Text.
article-empty-listing = Diese Seite ist eine Liste von Links ohne eigenen Text. Das Original enthält sie.
article-empty-none = Auf dieser Seite wurde kein Text gefunden. Vielleicht enthält ihn das Original.
article-feed-error = Das sagt der Feed: Die Seite des Mediums antwortete mit einem Fehler.
article-feed-consent = Das sagt der Feed: Die Seite des Mediums verlangt eine Zustimmung zu Cookies, bevor sie ihren Text zeigt.
article-feed-robot = Das sagt der Feed: Die Seite des Mediums verlangt den Nachweis, dass ein Mensch liest.
article-feed-script = Das sagt der Feed: Die Seite des Mediums wird von Skripten geschrieben, die Wireroom nicht ausführt.
article-feed-none = Das sagt der Feed: Auf der Seite des Mediums wurde kein Text gefunden.
mark-read = Als gelesen markieren
mark-unread = Als ungelesen markieren
mark-star = Merken
mark-unstar = Nicht mehr merken

stands = Wo er steht
stands-story = Geschichte
stands-speakers = Wer spricht
stands-carries = Druckt den Text von
stands-share = { $share } davon behalten
stands-share-all = alles davon behalten
stands-agency-unread = beide von { $agency }; diese Agentur liest dieses Haus nicht
stands-outlet-unread = beide von { $outlet }; dessen Abdruck hat dieses Haus nicht
stands-order-unknown = wer von beiden zuerst kam, ist unbekannt
stands-changed-it = Was geändert wurde
stands-carried-by = Übernommen von
stands-printings = Alle Abdrucke
stands-lineage = Wer von wem übernahm
stands-text = Text
stands-alone = Kein anderes Medium druckt ihn
stands-helpers = Außerdem beteiligt
stands-dateline = Ort und Tag
stands-section = Ressort
stands-tags = Schlagwörter
stands-cited = In der Geschichte zitiert
stands-not-cited = Nicht zitiert
stands-passages = { $n ->
    [one] { $n } Stelle, unterstrichen
   *[other] { $n } Stellen, unterstrichen
}
stands-since = Geändert, seit er zuerst gelesen wurde
stands-unchanged = Nein
stands-version = Fassung { $n }
stands-first-read = zuerst gelesen { $here }
stands-reserved = Rechte vorbehalten
stands-reserved-so = { $reservation }: Die Seite wird nicht aufbewahrt, der Text verlässt dieses Haus in keinem Export
stands-seen-by = Wer ihn sieht
stands-private = Nur Abonnenten eines privaten Feeds
stands-amiss = Etwas darin gehört nicht zum Artikel oder fehlt
stands-page-read = Ansehen, wie die Seite gelesen wurde

## Die Hand der Lesenden

hand = Stimmt das?
hand-apart = Nicht derselbe Text wie bei { $outlet }
hand-first = { $outlet } hatte ihn zuerst
hand-same = Es ist derselbe Text wie ein anderer Artikel
hand-near = Einer in der Nähe
hand-choose = Auswählen
hand-address = Seine Adresse, hier oder beim Medium
hand-or-address = Oder seine Adresse, hier oder beim Medium
hand-same-at = Es ist derselbe Text wie der Artikel unter
hand-number = Nummer oder Adresse
hand-say-same = Derselbe Text
hand-holds-all = Was hier gesagt wird, gilt für alle, die hier lesen.
hand-holds-you = Was hier gesagt wird, gilt nur für dieses Konto; für die anderen bleibt alles, wie es ist.
hand-kept = Es wird gemerkt, und nichts wird gelöscht.
hand-all = Alle Korrekturen
hand-undo = Zurücknehmen
hand-for-all = für alle
hand-for-you = nur für dieses Konto
hand-overruled = { $scope }; ein späteres Wort sagt anderes und gilt
hand-is-apart = ist nicht derselbe Text wie
hand-is-same = ist derselbe Text wie
hand-is-first = hatte den Text zuerst
hand-is-never = steht nie in einer Geschichte mit
hand-is-here = gehört in die Geschichte, in die der Artikel gestellt wurde
hand-is-split = steht in einer anderen Geschichte als
hand-is-one = gehört in dieselbe Geschichte wie
hand-no-article = Das Formular nennt keinen Artikel.
hand-no-kind = Das Formular sagt nicht, was falsch ist.
hand-is-alone = Er steht schon für sich: Kein anderer Text gehört zu seiner Familie.
hand-choose-other = Den anderen Text aus der Liste wählen oder die Adresse seiner Seite angeben, hier oder beim Medium.
hand-unknown-address = Kein Artikel hier stammt von { $address }. Danach suchen und die Adresse seiner Seite in diesem Haus angeben.
corrections = Korrekturen
corrections-say = Was Lesende gegen die Maschine gesagt haben. Es geht jeder Ähnlichkeit vor, auch bei späteren Texten, bis es zurückgenommen wird.
corrections-hold = Was gilt
corrections-none = Noch nichts. Die Formulare stehen auf der Seite jedes Artikels unter „Stimmt das?“.
corrections-older = Ältere gelten auch; jede steht auf der Seite ihres Artikels.

## Was getan wurde

done-apart = Gemerkt. Er steht jetzt getrennt von jenem Text, auch wenn beide neu gelesen werden.
done-same = Gemerkt. Die beiden stehen jetzt in einer Familie.
done-first = Gemerkt. Die Familie steht unter diesem Artikel, sobald ihre Geschichte neu erzählt ist, in wenigen Sekunden.
done-split = Gemerkt. Sie sind eine eigene Geschichte; deren Seite steht in wenigen Sekunden.
done-merged = Gemerkt. Die beiden sind jetzt eine Geschichte, und die andere Adresse führt hierher.
done-belongs = Gemerkt. Der Artikel ist umgezogen, und spätere Kopien von ihm kommen auch dorthin.
done-never = Gemerkt. Die beiden stehen in verschiedenen Geschichten, jetzt und später.
done-undone = Zurückgenommen. Was die Maschine sagt, gilt wieder.
done-added = Der Feed ist aufgenommen. Seine ersten Artikel kommen in etwa einer Minute.
done-waits = Die Adresse ist aufgenommen. Sie war noch nicht zu erreichen; das geschieht beim ersten Abruf.
done-known = Diesen Feed hat das Haus schon; er ist jetzt auch für dieses Konto abonniert.
done-paused = Der Feed ruht. Nichts, was er brachte, wurde entfernt.
done-resumed = Der Feed wird wieder gelesen.
done-removed = Der Feed wurde entfernt. Die Artikel, die er brachte, bleiben.
done-asked = Der Feed wird gerade abgerufen.
done-set = Gewählt. Es gilt ab dem nächsten Abruf des Feeds.

## Zwei Texte nebeneinander

diff-two-of-one = Zwei Texte von { $outlet }
diff-made-of = Was { $two } aus dem Text von { $one } machte
diff-made-of-most = Was { $name } aus dem Text machte, den die meisten Abdrucke teilen
diff-made-of-both = Was { $name } aus dem Text machte, den beide Abdrucke teilen
diff-changed = Was { $outlet } änderte
diff-is-one = Das ist ein und derselbe Artikel: Nichts kann sich unterscheiden.
diff-strangers = Diese beiden gehören nicht zu einer Familie: Was in beiden steht, steht vielleicht zufällig dort oder weil beide dieselbe Quelle zitieren.
diff-by-house = Beide wurden von einer Seite gelesen: Dieses Haus liest sie jetzt anders, das Medium änderte nichts.
diff-all-versions = Alle Fassungen
diff-classes = Was sich änderte
diff-against = Gemessen an
diff-share-both = was beide teilen
diff-share-most = was die meisten Abdrucke teilen
diff-first = zuerst
diff-two-only = Zwei Abdrucke sind hier zu lesen; der gemeinsame Text ist also, was beide haben. Was der eine kürzte und was der andere hinzufügte, lässt sich nicht unterscheiden.
diff-stands-in = Der gemeinsame Text steht in mindestens { $needed } von { $printings } Abdrucken: { $words }.
diff-stumps = { $n ->
    [one] Nicht gezählt: { $n } Abdruck, von dem nur der Anfang zu lesen ist.
   *[other] Nicht gezählt: { $n } Abdrucke, von denen nur der Anfang zu lesen ist.
}
diff-large = { $n ->
    [one] Die Familie ist groß: { $n } Abdruck wurde nicht verglichen.
   *[other] Die Familie ist groß: { $n } Abdrucke wurden nicht verglichen.
}
diff-long = Der Text ist sehr lang: Die letzten { $words } von { $name } wurden nicht verglichen.
diff-neither = Keiner von beiden hat einen Text.
diff-no-common = Keine Stelle steht in den meisten Abdrucken.
diff-no-text = { $name } hat keinen Text.
diff-nothing-left = Vom Text von { $name } ist nichts übrig.
diff-nothing-common = Vom gemeinsamen Text ist nichts übrig.
diff-same = Kein Wort ist ein anderes.
diff-survives = { $share } der Wörter von { $name } stehen auch hier, wie sie standen.
diff-survives-common = { $share } der Wörter des gemeinsamen Textes stehen auch hier, wie sie standen.
diff-word-for-word = wörtlich
diff-reworded = umformuliert
diff-cut = gestrichen
diff-added = hinzugefügt
diff-moved = verschoben
row-kept = Behalten
row-moved = Verschoben
row-reworded = Umformuliert
row-moved-reworded = Verschoben und umformuliert
row-cut = Gestrichen
row-added = Hinzugefügt
row-stood = Stand als Absatz { $n }.
row-broken = Der Absatz ist hier geteilt.
row-joined = Mit dem Absatz davor verbunden.
diff-news = Was er jetzt sagt und vorher nicht
diff-news-figure = Geänderte Zahl: aus { $before } wurde { $value }
diff-news-quote = Neues Zitat
diff-news-fact = Neu
diff-news-withdrawn = Zurückgezogen
diff-news-reworded = Umformuliert
diff-news-as = zu
diff-texts = Die beiden Texte
diff-headline-of = Überschrift von { $name }
diff-headline-same = Überschrift von { $name }, dieselbe
diff-headline-held = Überschrift von { $held } der { $all } Abdrucke
diff-in-words-of = Was die meisten Abdrucke teilen, in den Worten von { $here }
diff-set = Wie die beiden gesetzt sind
diff-side = Nebeneinander
diff-inline = In einem Text
diff-turned = Andersherum
diff-read = Den Text von { $name } lesen
json-same = Dasselbe als JSON

versions-of = Fassungen von { $title }
versions-article = Der Artikel
versions-changed = { $n ->
    [0] { $outlet } hat ihn nicht geändert, seit er zuerst gelesen wurde.
    [1] { $outlet } hat ihn einmal geändert.
    [2] { $outlet } hat ihn zweimal geändert.
    [one] { $outlet } hat ihn { $n }-mal geändert.
   *[other] { $outlet } hat ihn { $n }-mal geändert.
}
versions-older = { $n ->
    [one] { $n } ältere ist auch aufbewahrt.
   *[other] { $n } ältere sind auch aufbewahrt.
}
versions-cite = Was eine ältere Fassung zitiert, zeigt weiter auf sie.
versions-first = Der erste Text, der gelesen wurde.
versions-gone = Der Text davor ist nicht mehr aufbewahrt.
versions-house = Dieselbe Seite, von diesem Haus anders gelesen: Das Medium änderte nichts.
versions-unclassed = Was sich änderte, wurde nicht eingeordnet; der Vergleich zeigt es.
versions-unseen = Keine sichtbare Änderung.
versions-compare = Mit der vorigen vergleichen
versions-more = { $n ->
    [one] { $n } weitere Änderung
   *[other] { $n } weitere Änderungen
}

## Fragen

ask = Fragen
ask-story = Diese Geschichte fragen
ask-titled = Frage: { $question }
ask-say = Es antworten Sätze der eigenen Quellen, Wort für Wort, oder nichts.
ask-question = Die Frage
ask-help = Namen und Zahlen der Frage müssen in der Antwort stehen.
ask-answer = Antwort
ask-nothing = Nichts in den Quellen beantwortet das.
ask-nothing-story = Nichts in den Quellen dieser Geschichte beantwortet das.
ask-read = { $n ->
    [one] Dafür wurde { $n } Artikel gelesen.
   *[other] Dafür wurden { $n } Artikel gelesen.
}
ask-other-words = Andere Wörter finden vielleicht mehr: Die der Frage müssen in der Antwort stehen.
ask-everything = Alles fragen
ask-search = Nach ihren Wörtern suchen
ask-sources-say = Was die Quellen sagen
ask-leads = Jede Stelle führt dorthin, wo sie steht.
ask-also = Auch bei
outlet-unnamed = ein Medium ohne Namen
ask-failed = Die Frage war nicht zu beantworten: { $why }. Die Quellen stehen, wie sie standen; gleich noch einmal fragen oder suchen.
written = In den Worten einer Maschine
written-by = Satz einer Maschine
written-of = In den eigenen Worten der Quellen
written-held = Jeder Satz wurde an den Worten geprüft, die er zitiert; ob er Wichtiges ausließ, hat niemand geprüft. Die Stellen folgen darunter.
writer-wish = Vom Schreiber in Worte fassen lassen
writer-wished = Der Schreiber ist gefragt.
writer-look = Noch einmal nachsehen
writer-not = Nach diesen Stellen wird der Schreiber jetzt nicht gefragt; sie stehen für sich.
writer-off = In diesem Haus schreibt keine Maschine.
writer-not-sent = Diese Stellen gehen nicht an den Schreiber: Eine stammt aus einem privaten Feed, ist zu lang oder in einer Sprache, die seine Prüfung nicht kennt.
writer-waits = { $n ->
    [one] Dem Schreiber liegt { $n } Stelle vor. Was von seiner Antwort standhält, steht hier, sobald es da ist.
   *[other] Dem Schreiber liegen { $n } Stellen vor. Was von seiner Antwort standhält, steht hier, sobald es da ist.
}
writer-tomorrow = Das Tagesbudget des Schreibers ist verbraucht. Er wird nach Mitternacht (UTC) gefragt; bis dahin stehen die Stellen für sich.
writer-late = Der Schreiber hat nicht rechtzeitig geantwortet. In einigen Minuten wird er noch einmal gefragt; die Stellen stehen für sich.
writer-failed = Der Schreiber ist ausgefallen. In einigen Minuten wird er noch einmal gefragt; die Stellen stehen für sich.
writer-refused = Der Schreiber hat geantwortet, aber nichts davon hielt den Stellen stand: Nichts davon wird gezeigt.
writer-audit = Was abgelehnt wurde, und warum

## Die Prüfung des Schreibers

audit = Prüfung des Schreibers
audit-none = Hier wurde kein Satz einer Maschine abgelehnt. Ein Haus hat keinen Schreiber, solange seine Einstellungen keinen nennen.
audit-kept = { $n ->
    [one] { $n } Satz einer Maschine wurde nicht gezeigt.
   *[other] { $n } Sätze einer Maschine wurden nicht gezeigt.
}
audit-today = Heute: { $requests }, { $characters } an Antworten, { $failures } ohne Antwort.
count-requests = { $n ->
    [one] { $n } Anfrage
   *[other] { $n } Anfragen
}
count-characters = { $n ->
    [one] { $n } Zeichen
   *[other] { $n } Zeichen
}
audit-say = Der Satz einer Maschine wird nur gezeigt, wenn er aus den Sätzen gemacht ist, die er zitiert; sonst stehen diese an seiner Stelle. Was gezeigt wird, kann trotzdem Wichtiges auslassen: Die Prüfung vergleicht Wörter und weiß nichts von der Welt.
audit-rates = Was die Prüfung findet
audit-rates-say = Lügen, in eigene Texte gesetzt, und wahre Sätze, auf Englisch, Deutsch, Spanisch und Französisch, vor den Regeln, die nur für Sätze eines Schreibers gelten. Bei fremden Texten kann es anders ausgehen.
audit-planted = Eingesetzt
audit-sentences = Sätze
audit-caught = Gefunden
audit-rate = Anteil
audit-held-to = Vorgabe
audit-at-least = mindestens { $share }
audit-at-most = höchstens { $share }
planted-number = eine andere Zahl
planted-name = ein anderer Name
planted-date = ein anderes Datum
planted-quotation = ein anderes Wort in einem Zitat
planted-speaker = wer anderes spricht
planted-negation = eine Verneinung mehr oder weniger
planted-true = wahre Sätze, abgelehnt
audit-reasons = Gründe
audit-reasons-say = Ein Satz kann mehrere haben.
audit-refused = Abgelehnte Sätze
audit-refused-say = Die neuesten zuerst; { $n } Tage lang aufbewahrt.
audit-question = auf die Frage einer Leserin oder eines Lesers
audit-a-story = eine Geschichte dieses Hauses
audit-refused-mark = Abgelehnt:
audit-twin = An seiner Stelle: { $twin }
audit-older = Ältere
fault-endless = eine Antwort, länger als gelesen wird
fault-lines = mehr Zeilen, als gelesen werden
fault-row = nicht in der verlangten Form
fault-uncited = nichts zitiert
fault-no-such = ein Satz zitiert, den es nicht gibt
fault-many = zu viele Sätze zitiert
fault-withheld = ein Satz zitiert, der nicht mitgegeben war
fault-twice = schon gesagt
fault-long = zu lang
fault-not-one = nicht genau ein Satz
fault-markup = Auszeichnung, eine Adresse oder unsichtbare Zeichen
fault-own-word = ein eigenes Wort
fault-own-quotation = ein eigenes Zitat
fault-unmarked = Zitiertes ohne Anführungszeichen
fault-dropped = ein Wort des Berichts, der Verneinung oder des Vorbehalts fehlt
fault-moved = ein Wort oder eine Zahl an anderer Stelle
fault-number = eine andere Zahl
fault-name = ein anderer Name
fault-date = ein anderes Datum
fault-quoted = andere zitierte Wörter
fault-speaker = wer anderes spricht
fault-negated = eine Verneinung mehr oder weniger
fault-hedge = ein Vorbehalt weggenommen
fault-few = zu wenig davon in den zitierten Worten
fault-other = ein anderer Grund

## Was schiefging

problem-front = Zur Titelseite
problem-search = Das Archiv durchsuchen
problem-outlets = Alle Medien
problem-feeds = Alle Feeds
problem-again = Später noch einmal
problem-sign-in = Zur Anmeldung
problem-no-page = Diese Seite gibt es nicht
problem-no-page-say = Nichts in diesem Haus hat diese Adresse.
problem-missing-article = Es gibt keinen Artikel { $id }
problem-missing-story = Es gibt keine Geschichte { $id }
problem-missing-feed = Es gibt keinen Feed { $id }
problem-missing-outlet = Es gibt kein Medium { $id }
problem-missing-family = Es gibt keine Familie { $id }
problem-missing-comment = Es gibt keinen Kommentar { $id }
problem-missing-correction = Es gibt keine Korrektur { $id }
problem-missing-other = Es gibt nichts mit der Nummer { $id }
problem-missing-say = Entweder hatte nie etwas dieser Art die Nummer, oder es wurde entfernt, oder es kam aus einem privaten Feed von jemand anderem.
problem-no-version = Artikel { $id } hat keine Fassung { $n }
problem-no-version-say = Fassungen zählen ab 1. Eine kann fehlen, weil ihre Zeit abgelaufen war und nichts sie zitierte; die behaltenen stehen auf der Seite des Artikels.
problem-first-version = Vor Fassung { $n } von Artikel { $id } steht nichts
problem-first-version-say = Es ist der erste Text davon, den dieses Haus behält; es gibt also nichts zu vergleichen. Die Seite des Artikels führt seine Fassungen auf.
problem-alone = Kein anderer Abdruck von Artikel { $id } ist hier zu lesen
problem-alone-say = Zu einem gemeinsamen Text gehören zwei Abdrucke mit Wörtern. Der Artikel steht, wie er ist, und zwei beliebige Artikel lassen sich unter /diff/ERSTER/ZWEITER vergleichen.
problem-not-ours = Dieses Formular kam nicht von einer Seite dieses Hauses
problem-not-ours-say = Nichts wurde geändert. Vielleicht war die Seite schon vor der letzten Anmeldung offen: Seite neu öffnen und das Formular von dort senden.
problem-owner-only = Das kann nur die Inhaberin oder der Inhaber des Hauses
problem-owner-only-say = Nichts wurde geändert. Die Feeds des Hauses pflegt, wem es gehört; dort nachfragen oder weiterlesen.
problem-editors-only = Das kann nur die Redaktion
problem-editors-only-say = Nichts wurde geändert. Um Kommentare kümmert sich die Redaktion des Hauses; was gemeldet wird, sieht sie.
problem-form = Das war nicht zu lesen
problem-refused = Das wurde nicht getan
problem-large = Das ist zu groß
problem-large-say = Ein Formular fasst höchstens { $n } MB. Die Datei teilen und die Teile nacheinander senden.
problem-tries = Zu viele falsche Passwörter
problem-tries-say = Damit niemand raten kann, wartet die Anmeldung für diesen Namen oder von dieser Adresse einige Minuten. Konto und Sitzungen bestehen weiter.
problem-spent = Dieser Einrichtungslink öffnet nichts mehr
problem-spent-say = Ein Einrichtungslink gilt einmal und für begrenzte Zeit. Hat dieses Haus noch niemanden, dem es gehört, wireroom neu starten: Es druckt einen neuen Link.
problem-house = Diese Seite konnte nicht gemacht werden
problem-house-say = Was gespeichert war, besteht weiter. Das Protokoll sagt, was fehlschlug; `wireroom verify` prüft die Datenbank.

## Die erste Seite eines Hauses ohne Feeds

welcome-title = Was soll in Ihrer Zeitung stehen?
welcome-say = Nehmen Sie Feeds aus der Liste, bringen Sie Ihre Liste aus einem anderen Leseprogramm mit oder geben Sie eine Adresse an. Innerhalb einer Minute stehen die ersten Geschichten auf der Seite; alles lässt sich später ändern.
welcome-starter = Eine Liste für den Anfang
welcome-starter-say = Große öffentliche Medien, keines davon empfohlen. Nur was angekreuzt ist, wird hinzugefügt.
welcome-start = Mit dem Lesen beginnen
welcome-none = Nichts war angekreuzt. Mindestens einen Feed ankreuzen oder unten eine Liste mitbringen.
welcome-refused = { $name } konnte nicht hinzugefügt werden: { $why } Was davor stand, wurde hinzugefügt.
welcome-bring = Oder Ihre Liste aus einem anderen Leseprogramm
welcome-bring-say = Eine OPML-Datei: Fast jedes Leseprogramm gibt eine aus. Ordner und Titel kommen mit.
welcome-file = OPML-Datei
welcome-bring-in = Mitbringen
welcome-one = Oder eine einzelne Adresse
welcome-address = Adresse eines Feeds oder einer Website
welcome-address-say = Die Adresse der Website genügt; Wireroom sucht ihren Feed.
welcome-add = Hinzufügen
## Einstellungen, Konten, Einladungen

settings-title = Einstellungen
settings-lead = Wie die Seiten für { $name } aussehen und sprechen, und was dieses Haus dazu aufbewahrt.
settings-keep = Behalten
settings-pages = Die Seiten
settings-language = Sprache der Seiten
settings-language-help = Was Medien geschrieben haben, bleibt in deren Sprache.
settings-language-browser = wie der Browser es wünscht
settings-size = Schriftgröße
settings-size-small = klein
settings-size-usual = üblich
settings-size-large = groß
settings-size-very-large = sehr groß
settings-look = Hell oder dunkel
settings-look-system = wie das System es vorgibt
settings-look-light = dunkle Schrift auf hellem Grund
settings-look-dark = helle Schrift auf dunklem Grund
settings-zone = Eigene Uhrzeit
settings-zone-help = Danach richtet sich, wann ein Tag beginnt und um welche Uhrzeit etwas hier ankam. Zeiten, die ein Medium selbst angibt, bleiben dessen eigene.
settings-zone-none = keine gewählt (UTC)
settings-sessions = Wo angemeldet
settings-sessions-help = Ein unbekannter Browser gehört jemand anderem: beenden und das Passwort ändern.
settings-sessions-none = In diesem Haus muss sich niemand anmelden.
settings-browser = Browser
settings-browser-on = { $browser }, { $system }
settings-browser-unknown = ein Browser, der sich nicht nennt
settings-since = Seit
settings-seen = Zuletzt gesehen
settings-this = (dieser)
settings-end = Abmelden
settings-end-of = { $browser } abmelden
settings-end-others = Überall sonst abmelden
settings-password = Passwort
settings-password-help = Ein neues meldet jeden anderen Browser ab. Zugangsschlüssel bleiben; unten lassen sie sich einzeln zurückziehen.
settings-password-old = Jetziges Passwort
settings-password-new = Neues Passwort
settings-password-set = Passwort ändern
settings-tokens = Zugangsschlüssel für Programme
settings-tokens-help = Eine App auf dem Telefon zum Beispiel meldet sich mit einem Schlüssel an, nicht mit dem Passwort. Jeder lässt sich einzeln zurückziehen.
settings-token-name = Name
settings-token-for = Wofür ist er?
settings-token-scope = Er darf
settings-token-read = lesen
settings-token-write = lesen und ändern
settings-token-used = Zuletzt benutzt
settings-token-unused = nie
settings-token-make = Schlüssel anlegen
settings-token-once = Der Schlüssel für { $name }. Er wird nur dieses eine Mal gezeigt; das Haus behält allein seinen Hash.
settings-withdraw = Zurückziehen
settings-withdraw-of = { $name } zurückziehen
settings-house = Das Haus
settings-guests-help = Gäste haben kein Konto. Sie sehen Schlagzeilen, Quellen, höchstens die ersten 40 Wörter eines Artikels und den Link dorthin, nie einen ganzen Text, und ändern nichts. Suchmaschinen werden gebeten, draußen zu bleiben.
settings-guests-are-on = Gäste dürfen hereinschauen.
settings-guests-are-off = Jede Seite verlangt eine Anmeldung.
settings-guests-let = Gäste hereinschauen lassen
settings-guests-stop = Keine Gäste mehr
settings-users = Konten und Einladungen
settings-data = Die eigenen Daten
settings-export-help = Eine Datei mit allem, was dieses Haus dazu aufbewahrt: Einstellungen, Abos, Gefolgtes, Markiertes und Gelesenes, Korrekturen und Sitzungen.
settings-export = Eigene Daten mitnehmen
settings-leave = Konto beenden
settings-leave-help = Alles Eigene geht: Sitzungen, Schlüssel, Abos, Gefolgtes, Markiertes und Gelesenes, eigene Korrekturen und private Feeds, die sonst niemand liest. Was redaktionell für alle gesagt wurde, bleibt ohne Namen. Es gibt keinen Weg zurück.
settings-leave-sure = Ja, das Konto beenden
settings-leave-do = Beenden
settings-did-pages = Behalten. Die Seiten sehen nun so aus und sprechen so.
settings-did-password = Das Passwort ist geändert. Jeder andere Browser ist abgemeldet.
settings-did-ended = Dieser Browser ist abgemeldet.
settings-did-others = Jeder andere Browser ist abgemeldet.
settings-did-withdrawn = Der Schlüssel ist zurückgezogen; was ihn benutzte, ist draußen.
settings-did-token = Der Schlüssel ist angelegt.
settings-did-guests-on = Gäste dürfen jetzt hereinschauen.
settings-did-guests-off = Jede Seite verlangt wieder eine Anmeldung.
settings-fault-choice = Eine der Angaben steht auf dieser Seite nicht zur Wahl. Nichts wurde geändert.
settings-fault-password = Das ist nicht das jetzige Passwort. Nichts wurde geändert.
settings-fault-token = Ein Schlüssel braucht einen einzeiligen Namen, höchstens { $n } Zeichen. Keiner wurde angelegt.
settings-fault-tokens = Mehr Schlüssel sind für ein Konto nicht möglich. Einen unbenutzten zurückziehen.
settings-fault-sure = Bitte ankreuzen, dass es so gemeint ist; nichts wurde geändert.
settings-fault-last-owner = Dem Haus bliebe niemand, dem es gehört. Zuvor unter „Konten“ jemand anderem die Inhaberschaft geben.
role-reader = liest
role-editor = redigiert
role-owner = besitzt das Haus
users-title = Konten
users-lead = Wer hier liest und was wer darf.
users-accounts = Konten
users-roles-help = Wer liest, korrigiert für sich selbst; wer redigiert, für alle. Wem das Haus gehört, der pflegt außerdem Feeds, Konten und Einstellungen des Hauses.
users-name = Name
users-role = Rolle
users-role-of = Rolle von { $name }
users-visit = Letzter Besuch
users-never = nie
users-you = (eigenes Konto)
users-password = Link für neues Passwort
users-password-of = Link für ein neues Passwort von { $name }
users-remove = Entfernen
users-remove-help = Alles Eigene dieses Kontos geht, auch private Feeds, die sonst niemand liest. Was redaktionell für alle gesagt wurde, bleibt ohne Namen.
users-remove-sure = Ja, { $name } entfernen
users-remove-do = Entfernen
users-invite = Jemanden einladen
users-invite-help = Das ergibt einen Link, der einmal gilt, eine Woche lang. Wer ihn öffnet, wählt Namen und Passwort.
users-invite-name = Für wen?
users-invite-do = Link anlegen
users-link-once = Der Link für { $name }. Er wird nur dieses eine Mal gezeigt: auf einem Weg weitergeben, den sonst niemand mitliest.
users-open = Offene Links
users-for = Wofür
users-for-password = ein neues Passwort
users-ends = Endet
users-did-role = Die Rolle ist geändert; sie gilt ab dem nächsten Klick.
users-did-removed = Das Konto ist entfernt.
users-did-withdrawn = Der Link ist zurückgezogen.
users-did-invite = Der Link ist angelegt.
users-fault-invite = Angeben, für wen der Link ist, in einer Zeile mit höchstens { $n } Zeichen, und die Rolle. Keiner wurde angelegt.
users-fault-many = Zu viele Links sind offen. Zuvor einen zurückziehen.
users-fault-last = Nur { $name } besitzt dieses Haus. Zuvor jemand anderem die Inhaberschaft geben.
users-fault-sure = Bitte ankreuzen, dass es so gemeint ist; niemand wurde entfernt.
users-fault-self = Das eigene Konto endet in den Einstellungen, mit dem Passwort.
invite-title = Willkommen
invite-account = Eine Einladung zum Mitlesen (Rolle: { $role }). Namen und Passwort wählen; mehr wird nicht gefragt.
invite-password = Ein neues Passwort für { $name }. Jeder angemeldete Browser wird abgemeldet.
invite-do = Eintreten
name-empty = Ein Name ist nötig, um sich später anzumelden.
name-long = Höchstens { $n } Zeichen, bitte.
name-line = Ein Name ist eine Zeile aus Buchstaben.
name-taken = Der Name { $name } ist vergeben; einen anderen wählen.
password-short = Mindestens { $n } Zeichen, bitte. Drei oder vier Wörter ergeben ein gutes Passwort.
password-long = Höchstens { $n } Zeichen, bitte.
password-differ = Die beiden Passwörter sind verschieden. Zweimal dasselbe eingeben.
password-advice = Mindestens { $n } Zeichen. Drei oder vier Wörter ergeben ein gutes.
password-again = Dasselbe Passwort noch einmal
problem-invitation = Dieser Link öffnet nichts mehr
problem-invitation-say = Eine Einladung gilt einmal und eine Woche lang. Sie wurde benutzt oder zurückgezogen, oder ihre Zeit ist um: beim Haus um eine neue bitten.

## Gäste

guest-front = Titelseite
guest-lead = Blick als Gast: Schlagzeilen, Quellen und der Anfang jedes Artikels. Der ganze Text steht dort, wo er erschienen ist.
guest-nothing = Hier ist nichts, was Gäste sehen dürfen.
guest-read-on = Weiterlesen, wo es erschienen ist
guest-newer = Neuere
guest-older = Ältere
guest-sign-in = Anmelden
## Die Ausgabe

front-title = Die Ausgabe
front-heading = Die Ausgabe vom { $date }
front-squares = Diese Ausgabe
front-read = { $read } von { $n } gelesen
front-square = Geschichte { $place }: { $title }
front-square-read = Geschichte { $place }: { $title }, gelesen
front-square-fresh = Geschichte { $place }: { $title }, mit Neuem
front-filling = Das Haus füllt sich.
front-filling-so-far = Bisher { $articles } aus { $feeds } gelesen, in { $stories }; { $n ->
    [one] noch eine Aufgabe.
   *[other] noch { $n } Aufgaben.
}
front-still = Diese Seite anhalten
front-renew = Seite sich erneuern lassen
front-look-again = Noch einmal nachsehen
front-troubled = { $n ->
    [one] Ein Feed braucht Hilfe: { $names }.
   *[other] { $n } Feeds brauchen Hilfe: { $names }.
}
front-troubled-see = Ansehen, was geschah
front-made-day = { $stories } aus den letzten 24 Stunden, gefaltet aus { $articles }.
front-made-week = { $stories } der letzten Woche; in den letzten 24 Stunden kam nichts. Gefaltet aus { $articles }.
front-made-both = { $stories }: { $today } aus den letzten 24 Stunden und { $earlier } von den Tagen davor, gefaltet aus { $articles }.
front-made-last = { $stories } aus den 24 Stunden bis { $until }; seither kam nichts. Gefaltet aus { $articles }.
front-made-visit = { $stories } seit dem letzten Besuch, gefaltet aus { $articles }.
front-fresh = { $n ->
    [one] Seit dem letzten Besuch hat eine Geschichte Neues: das fette Quadrat.
   *[other] Seit dem letzten Besuch haben { $n } Geschichten Neues: die fetten Quadrate.
}
front-by-time = Nach Zeit
front-ranked = Wie gereiht wird
front-top = Die ersten der Reihung
front-several = Von mehreren Redaktionen erzählt
front-several-note = eigene Texte zu einem Ereignis
front-carried = Ein Ursprung, viele Blätter
front-carried-note = eine Quelle, und wer sie übernahm
front-alone = Bisher nur ein Medium
front-alone-note = sonst erzählt es noch niemand
front-earlier = Von den Tagen davor
front-earlier-note = aus der letzten Woche, nicht als gelesen markiert
front-new = Neues seit dem letzten Besuch
front-new-story = Eine neue Geschichte seit dem letzten Besuch
front-new-is = { $what }:
front-also = Auch erzählt auf
front-texts = Wessen Texte sie erzählen
front-why = Warum hier:
front-sum = Ihre Summe
front-corrected = Berichtigt, seit es gelesen wurde
front-corrected-notice = ein Hinweis auf eine Berichtigung
front-corrected-figure = eine andere Zahl
front-end = Das ist die Ausgabe. Fertig gelesen.
front-left-day = { $n ->
    [0] Keine weitere Geschichte der letzten 24 Stunden blieb draußen; ältere stehen unter { $here }, nach Zeit.
    [one] Eine weitere Geschichte der letzten 24 Stunden blieb draußen; sie steht unter { $here }, nach Zeit.
   *[other] { $n } weitere Geschichten der letzten 24 Stunden blieben draußen; sie stehen unter { $here }, nach Zeit.
}
front-left-that-day = { $n ->
    [0] Keine weitere Geschichte jenes Tages blieb draußen; ältere stehen unter { $here }, nach Zeit.
    [one] Eine weitere Geschichte jenes Tages blieb draußen; sie steht unter { $here }, nach Zeit.
   *[other] { $n } weitere Geschichten jenes Tages blieben draußen; sie stehen unter { $here }, nach Zeit.
}
front-left-visit = { $n ->
    [0] Keine weitere Geschichte seit dem letzten Besuch blieb draußen; ältere stehen unter { $here }, nach Zeit.
    [one] Eine weitere Geschichte seit dem letzten Besuch blieb draußen; sie steht unter { $here }, nach Zeit.
   *[other] { $n } weitere Geschichten seit dem letzten Besuch blieben draußen; sie stehen unter { $here }, nach Zeit.
}
front-come = { $n ->
    [one] Zu einer davon kam Neues, nachdem diese Ausgabe gemacht war.
   *[other] Zu { $n } davon kam Neues, nachdem diese Ausgabe gemacht war.
}
front-all-read = Alles als gelesen markieren
front-anew = Neue Ausgabe machen
front-made-at = Gemacht
front-held = Solange gelesen wird, behalten die Geschichten ihren Platz; die nächste Ausgabe entsteht nach einer halben Stunde Pause oder auf Wunsch.
front-rule = Jede Geschichte hat eine Summe aus vier Gliedern, und die größten Summen bilden die Ausgabe: die ersten drei stehen oben, die übrigen in ihrer Reihenfolge in den Abschnitten. „Warum hier“ unter einer Geschichte zeigt ihre Summe. Ein Ereignis, das in mehreren Sprachen erzählt wird, nimmt einen Platz ein: die anderen sind unter der ersten verlinkt. Aus dem, was geöffnet wird, wird nichts gelernt.
front-rule-equal = Bei gleichen Summen steht die mit dem späteren Text vorn.
front-rule-rest = { $here } kennt keine Summe: dort zählt nur die Zeit.
front-yours = Ihre Ausgabe: { $now }
front-now-day = { $stories } aus den letzten 24 Stunden
front-now-visit = { $stories } seit dem letzten Besuch
front-choose-stories = Geschichten
front-choose-span = Gewählt aus denen
front-span-day = der letzten 24 Stunden
front-span-visit = seit meinem letzten Besuch
front-choose = Behalten
front-quiet-visit = Seit dem letzten Besuch, { $ago }, kam nichts. Alles ist gelesen.
front-quiet-day = In den letzten 24 Stunden kam nichts, und was in der Woche davor kam, ist als gelesen markiert. Alles ist gelesen.
front-the-day = Die letzten 24 Stunden
front-latest = Neueste, nach Zeit
front-coming = Die erste Geschichte ist unterwegs. Es ist nichts zu tun.
front-empty = Noch keine Ausgabe. Mit dem ersten Feed entsteht eine, sobald seine Artikel eintreffen.
front-add = Feed hinzufügen
front-bad-act = Dieses Formular sagt nichts, was sich mit einer Ausgabe tun ließe.
front-bad-choice = Eine Ausgabe hat { $least } bis { $most } Geschichten, vom Tag oder seit dem letzten Besuch.
new-fact = Neu
new-figure = Geänderte Zahl
new-quote = Neues Zitat
new-withdrawn = Zurückgezogen

## Ursprünge und die Leitung

cite-label = Quelle { $number }: { $outlet }
count-publishers = { $n ->
    [one] { $n } Verlag
   *[other] { $n } Verlage
}
origins-most = höchstens { $origins }
origins-unknown = Ursprung unbekannt
origins-unknown-texts = { $n ->
    [one] { $n } Text unbekannten Ursprungs
   *[other] { $n } Texte unbekannten Ursprungs
}
origins-and-unknown = { $n } unbekannt
wire-reading = { $articles }, jeder zu seiner Stunde
wire-legend = Jeder Artikel zu seiner Zeit, vom ersten bis zum neuesten. Gefüllt: druckt seinen Text zuerst; hohl: übernimmt ihn.
wire-span = in { $span }
text-carried = { $n ->
    [one] einmal übernommen
    [2] zweimal übernommen
   *[other] { $n }-mal übernommen
}
text-agency = der Agentur eigener Text
text-from = von { $agency }
text-earliest = der früheste
text-order-unknown = Reihenfolge unbekannt
text-also = auch gedruckt von { $names }

## Warum eine Geschichte dort steht, wo sie steht

why-origins = { $n ->
    [one] ein Ursprung
   *[other] bis zu { $n } Ursprünge
}
why-old = { $age } alt
why-under-an-hour = weniger als 1 Stunde
why-seen = Alter des jüngsten Textes seit seiner ersten Sichtung: { $age }
why-grown = +{ $n } in { $hours } Stunden
why-further = { $n ->
    [one] { $n } weiterer Ursprung in den letzten { $hours } Stunden
   *[other] { $n } weitere Ursprünge in den letzten { $hours } Stunden
}
why-counted = { $came }, { $most } gezählt
why-you-follow = Sie folgen { $names }
why-follow = Sie folgen { $names }
why-no-origin = Kein bekannter Ursprung, als einer gezählt
why-most = Höchstens { $origins }
why-most-and-unknown = Höchstens { $origins }, und ein halber für Texte unbekannten Ursprungs
rule-origins = Ursprünge
rule-origins-say = { $points } Punkte für jede Verdopplung der unabhängigen Ursprünge ({ $examples }). Übernahmen zählen nichts, so viele Blätter sie auch drucken. Alle Texte unbekannten Ursprungs sind zusammen ein halber Ursprung.
rule-fresh = Frische
rule-fresh-say = { $points } Punkte für einen Text dieses Augenblicks, gleichmäßig schmelzend bis auf nichts in { $hours } Stunden: { $half } Stunden wiegen so viel wie die Hälfte der Ursprünge. Ein Text zählt ab seinem ersten Druck; eine spätere Übernahme macht nichts neuer.
rule-growth = Wachstum
rule-growth-say = { $points } Punkte für jeden weiteren Ursprung der letzten { $hours } Stunden, für höchstens { $most } davon.
rule-follow = Gefolgtes
rule-follow-say = { $points } Punkte für alles in der Geschichte, dem Sie folgen, für höchstens { $most }.

## Tasten und das Skript

keys-title = Tasten
keys-say = Jede Seite kommt ohne sie aus. Sie brauchen Skripte und schweigen, während geschrieben wird.
keys-next = Die nächste Geschichte, der nächste Artikel
keys-before = Zurück zum vorigen
keys-open = Öffnen
keys-original = Das Original öffnen
keys-read = Als gelesen oder ungelesen markieren
keys-star = Stern setzen oder wegnehmen
keys-pages = Vorige und nächste Seite einer Liste
keys-back = Zurück
keys-search = Suchen
keys-help = Diese Tasten
keys-close = Schließen, was über der Seite liegt
script-close = Schließen
script-copy = Als Markdown kopieren
script-copied = Kopiert
script-read = Als gelesen markiert
script-unread = Als ungelesen markiert
script-starred = Stern gesetzt
script-unstarred = Stern entfernt
script-failed = Das ging nicht. Die Seite neu öffnen und dort versuchen.
live-page = { $n ->
    [one] { $n } neuer Artikel, seit diese Seite offen ist
   *[other] { $n } neue Artikel, seit diese Seite offen ist
}
live-story = { $n ->
    [one] { $n } neuer in dieser Geschichte
   *[other] { $n } neue in dieser Geschichte
}

## Eine Geschichte

story-place = Geschichte { $at } von { $total }
story-next = Weiter:
story-on-page = Auf dieser Seite
story-headline-by = Überschrift von
story-how-counted = Wie das gezählt wurde
story-first-printed = Zuerst erschienen
story-newest = zuletzt
story-no-date = Kein Medium nennt ein Datum
story-no-outlet = Unbekanntes Medium
story-no-headline = (ohne Überschrift)
story-told-in = Auch erzählt auf { $language }:
story-both-have = Beide haben: { $words }
story-why-here = Warum sie hier steht
story-why-in = Platz { $at } von { $total } in Ihrer Ausgabe: { $origins }; jüngster Text { $newest }.
story-why-out = Sie steht nicht in Ihrer Ausgabe: { $origins }; jüngster Text { $newest }.
story-why-sum = Dort steht die Rechnung daneben
story-fresh = Neu seit Ihrem letzten Besuch
story-was = vorher: { $was }
story-brief = Kurzfassung
story-thin = Für eine Kurzfassung reicht es nicht: Die Quellen stehen unten.
story-machine = (Satz einer Maschine)
story-own-words = In den Worten der Quellen
story-machine-say = Was gekennzeichnet ist, hat eine Maschine ({ $model }) aus den Sätzen geschrieben, die sie anführt. Die Worte stammen von dort; ob sie Wichtiges ausgelassen hat, hat niemand geprüft.
story-refused = Was davon abgelehnt wurde
story-source-mark = Quelle { $n }: { $outlet }
story-points = Das Wichtigste
story-differ = Worin die Quellen sich unterscheiden
story-differ-figure = Bei einer Zahl
story-differ-day = Beim Tag
story-differ-denied = Darin, ob es stimmt
story-differ-other = In einem Punkt
story-sides = Was jede Seite sagt
story-sides-say = Unter den Worten, mit denen ein Text nennt, wer spricht.
story-voices = Wer was gesagt hat
story-voice-in = in { $outlet }
story-voice-nameless = Im Text steht nicht, wer spricht
story-voice-alike = { $n ->
    [one] { $n } Medium
   *[other] { $n } Medien
}
story-voice-above = wie oben
story-voice-shorter = Gekürzt
story-voice-longer = Länger
story-voice-reworded = Umformuliert
story-voice-translated = In anderer Sprache
story-figures = Zahlen
story-figures-say = Ein Ursprung zählt einmal, gleich wie viele Medien ihn übernehmen.
story-figures-more = { $n ->
    [one] { $n } weitere, aus einer Quelle
   *[other] { $n } weitere, jede aus einer Quelle
}
figure-what = Zahl
figure-printed = Wie gedruckt
figure-verdict = Befund
figure-origins = Unabhängige Ursprünge
figure-outlets = Gedruckt von
figure-unknown = { $n ->
    [one] { $n } unbekannter
   *[other] { $n } unbekannte
}
figure-known-and = { $known } und { $unknown }
verdict-one = Eine Quelle
verdict-agree = Einig
verdict-rounded = Gerundet
verdict-updated = Aktualisiert
verdict-conflict = Widerspruch
verdict-scope = Anderer Umfang
verdict-beside = Nebeneinander
story-timeline = Zeitleiste
story-timeline-say = Wann etwas geschah, so wie die Texte es datieren.
story-updates = Neuerungen
story-updates-say = Was jeder Text bei seiner Ankunft brachte, das Neueste zuerst
story-coverage = Berichte im Lauf der Zeit
story-coverage-say = Ein Punkt ist ein Artikel: gefüllt, wo sein Text zuerst erschien, hohl eine Kopie.
story-coverage-most-hour = Die meisten in einer Stunde: { $articles } ({ $when }).
story-coverage-most-day = Die meisten an einem Tag: { $articles } ({ $when }).
story-coverage-most-days = Die meisten in einem Abschnitt von Tagen: { $articles } (ab { $when }).
story-coverage-no-hour = { $n ->
    [one] { $n } Artikel ohne Uhrzeit ist nicht gezeichnet.
   *[other] { $n } Artikel ohne Uhrzeit sind nicht gezeichnet.
}
story-coverage-no-date = { $n ->
    [one] { $n } Artikel ohne Datum ist nicht gezeichnet.
   *[other] { $n } Artikel ohne Datum sind nicht gezeichnet.
}
story-coverage-reading = { $own } und { $copies } vom { $first } bis zum { $last }.
count-first-printings = { $n ->
    [one] { $n } Erstdruck
   *[other] { $n } Erstdrucke
}
story-as-table = Als Tabelle
story-hour = Stunde
story-day = Tag
story-first-printings = Erstdrucke
story-copies = Kopien
story-articles = Artikel
story-folded = { $articles }, geordnet unter { $texts }
count-texts-under = { $n ->
    [one] { $n } Text
   *[other] { $n } Texten
}
story-own-say = So, wie Sie es gesagt haben, in { $here }; Kurzfassung und Ursprünge sind gezählt wie für alle.
story-own-corrections = Ihren Korrekturen
story-carried-by = { $n ->
    [one] von einem weiteren Medium übernommen
   *[other] von { $n } weiteren Medien übernommen
}
story-also-by = auch gedruckt von { $names }
story-carried-whole = wörtlich übernommen
story-carried-edited = bearbeitet übernommen
story-carried-part = in Teilen übernommen
story-fullest = der vollste von mehreren Texten
story-own-text = eigener Text
story-credits = nennt { $agency }
story-agencys-own = der Agentur eigener Text
story-agency-unread = von { $agency }, hier nicht gelesen
story-outlet-unread = zuerst in { $outlet }, dessen Druck hier fehlt
story-earliest = der früheste Druck
story-first-reader = der erste Druck, wie jemand beim Lesen sagte
story-first-copies = der erste Druck, wie seine Kopien sagen
story-order-unknown = welcher davon der erste war, ist unbekannt
story-measured = der Text, an dem die anderen gemessen sind
story-relation-whole = wörtlich
story-relation-edited = bearbeitet
story-relation-part = in Teilen
story-via-edits = mit den Änderungen von { $outlet }
story-via-names = nennt { $outlet } als Quelle
story-via-after = nach { $outlet }
story-via-unknown = Reihenfolge unbekannt
story-what-changed = Was geändert wurde
story-share-kept = des Textes behalten: was geändert wurde
story-more-copies = { $n ->
    [one] { $n } weitere Kopie
   *[other] { $n } weitere Kopien
}
story-more-texts = { $n ->
    [one] { $n } weiterer Text
   *[other] { $n } weitere Texte
}
story-sources = Angeführte Sätze
story-sources-show = { $n ->
    [one] { $n } Quelle mit ihren Worten
   *[other] { $n } Quellen mit ihren Worten
}
story-sources-none = Nichts ist angeführt, denn nichts ist in Kürze erzählt.
story-affair = Die lange Sache
story-affair-say = Geschichten einer langen Sache, der Reihe nach.
story-related = Verwandte Geschichten
story-this = diese Geschichte
story-both-speak = beide sprechen von { $words }
story-ask = Diese Geschichte befragen
story-ask-say = Beantwortet mit den Sätzen der Quellen oder gar nicht.
story-ask-button = Fragen
story-end-read = Diese Geschichte ist gelesen.
story-end = Das ist die Geschichte bis jetzt.
story-unread = Als ungelesen vermerken
story-done = Fertig, zurück zur Ausgabe
story-star = Stern setzen
story-unstar = Stern wegnehmen
story-next-in-edition = Als Nächstes in dieser Ausgabe
story-json = Dasselbe als JSON

why = Warum es hier steht
why-nearest = Die nächste andere Geschichte:
why-split = Es kam hierher, als seine Geschichte in zwei zerfiel; die Wörter, die diesen Teil vom anderen scheiden:
why-like = Es gleicht der Geschichte zu { $score }; { $needed } waren damals nötig. Was entschied:
why-opened-near = Es hat die Geschichte eröffnet: Nichts hier glich ihm genug ({ $score }; { $needed } waren damals nötig).
why-opened = Es hat die Geschichte eröffnet: Nichts hier glich ihm.
why-copy = Es ist die Kopie eines Textes dieser Geschichte.
why-reader = Jemand sagte beim Lesen, dass es hierher gehört.
why-kind = Es ist kein eigener Artikel und tritt zu nichts hinzu.
log = Was mit dieser Geschichte geschah
log-merged = Eine andere Geschichte ging in dieser auf
log-merged-reader = jemand sagte beim Lesen, dass sie eine sind
log-merged-like = ein Artikel glich beiden, und sie gleichen einander zu { $score }; { $needed } waren nötig
log-left = Artikel gingen in eine eigene Geschichte
log-reader = jemand sagte es beim Lesen
log-unlike = die zwei Teile gleichen einander nur zu { $score }; { $needed } waren erlaubt
log-was-part = Diese Geschichte war Teil einer anderen
log-own-reader = jemand sagte beim Lesen, dass sie eine eigene ist
log-moved = Ein Artikel wurde umgesetzt
log-moved-reader = jemand sagte beim Lesen, wohin er gehört

sort = Stimmt das?
sort-undo = Zurücknehmen
sort-choose = Wählen
sort-text = { $outlet }: { $headline }
sort-near = Eine nahe Geschichte
sort-address = Die Adresse ihrer Seite hier
sort-or-address = Oder die Adresse ihrer Seite hier
sort-split = Einige davon sind eine eigene Geschichte
sort-split-which = Welche? Ihre Kopien gehen mit, und spätere Artikel gehen zur näheren der beiden.
sort-first = Nur die ersten { $n } sind aufgeführt.
sort-split-do = Hier teilen
sort-merge = Sie ist eine Geschichte mit einer anderen
sort-merge-do = Zusammenlegen
sort-belongs = Ein Artikel gehört zu einer anderen Geschichte
sort-which = Welcher Artikel
sort-belongs-do = Gehört dorthin
sort-never = Zwei davon stehen nie zusammen
sort-goes = Der geht
sort-stays = Der bleibt
sort-never-do = Nie zusammen
sort-holds = Was Sie sagen, gilt für alle, die hier lesen. Es bleibt vermerkt, und nichts wird gelöscht.
sort-all = Alle Korrekturen
sort-may-not = Geschichten werden für alle zugleich geordnet: Wer dieses Haus besitzt oder redigiert, kann ändern, wo ein Artikel steht.
sort-no-kind = Das Formular sagt nicht, was falsch ist.
sort-choose-article = Bitte den Artikel wählen.
sort-choose-story = Bitte die andere Geschichte wählen oder die Adresse ihrer Seite hier angeben.

## Ursprünge

origins-uncounted = Noch nicht gezählt
origins-none-known = { $n ->
    [one] Ein Text unbekannten Ursprungs
   *[other] { $n } Texte unbekannten Ursprungs
}
origins-at-most = Höchstens { $origins }
origins-summary = { $articles } in { $outlets }.
origins-publishers = { $n ->
    [one] Sie gehören { $n } Verlag.
   *[other] Sie gehören { $n } Verlagen.
}
origins-publishers-most = { $n ->
    [one] Sie gehören höchstens { $n } Verlag;
   *[other] Sie gehören höchstens { $n } Verlagen;
}
origins-unlisted = { $n ->
    [one] { $n } Medium steht in keiner Liste und zählt für sich.
   *[other] { $n } Medien stehen in keiner Liste und zählen jedes für sich.
}
origins-since = { $n ->
    [one] { $n } Artikel kam seither und zählt mit der nächsten Kurzfassung.
   *[other] { $n } Artikel kamen seither und zählen mit der nächsten Kurzfassung.
}
origins-agency = { $name }, als Agentur
origins-publisher = { $name }, im Besitz mehrerer Medien
origins-unknown-head = Ursprung unbekannt
origins-unknown-say = { $carried }. Jeder davon kann von einem Ursprung weiter oben stammen: Keiner zählt als unabhängig.
origins-carried = { $articles }, { $texts }
origins-another = einem anderen Medium
origins-more = und { $n } weitere
origins-own-say = Dies ist die Zählung für alle: { $here } ändert, wie Kopien für Sie geordnet sind, nicht was gezählt wird.
origins-own-corrections = Was Sie für sich gesagt haben,
origins-wait = Die Ursprünge dieser Geschichte werden gezählt, sobald ihre Kurzfassung wieder geschrieben wird.
origins-lineage = Wer es von wem hat
origins-how = Wie das gezählt wurde
origins-how-say = Alle Drucke eines Textes sind einer; alle Texte einer Agentur, eines Mediums oder von Medien, die eine Liste demselben Verlag gibt, sind ein Ursprung. Die Zahl ist eine Obergrenze: Zwei Texte ohne erkennbare gemeinsame Quelle können dennoch eine haben.
origins-lists = Listen der Verlage
ground-reader = Jemand sagte beim Lesen, dass { $outlet } es zuerst druckte.
ground-first = Eine Zeile im Text sagt, dass er zuerst in { $outlet } erschien.
ground-link = Was die Drucke zeigen, führt zu { $outlet }.
ground-credit-all = Seine Drucke nennen die Agentur.
ground-credit = Er nennt die Agentur.
ground-agency = Die Agentur hat ihn selbst gedruckt.
ground-earliest = { $outlet } druckte ihn vor jedem anderen Medium, das dieses Haus liest.
ground-alone = Kein anderer Text des Hauses hat seine Wörter, und er nennt niemanden.
ground-house = Welcher Druck der erste war, ist unbekannt, doch alle sind aus einem Haus.
ground-order = Mehrere drucken ihn, und nichts zeigt, wer ihn zuerst hatte.
ground-unseen = Sein erster Druck ist für Sie nicht sichtbar.
ground-stump = Nur sein Anfang ist lesbar: nichts zu vergleichen.
ground-short = Er hat zu wenige Wörter, um zu sagen, wessen sie sind.
ground-gathers = Eine Seite, die sammelt, was andere schrieben.
ground-no-outlet = Niemand nennt sein Medium.

## Eine Familie

family-story = Die Geschichte dazu
family-outlets = { $n ->
    [one] ein Medium
    [2] zwei Medien
    [3] drei Medien
    [4] vier Medien
    [5] fünf Medien
    [6] sechs Medien
    [7] sieben Medien
    [8] acht Medien
    [9] neun Medien
    [10] zehn Medien
    [11] elf Medien
    [12] zwölf Medien
   *[other] { $n } Medien
}
family-heading-agency = Wie ein Text von { $agency } { $outlets } erreichte
family-heading = Wie ein Text { $outlets } erreichte
family-alone = Ein Text eines Mediums
family-n-whole = { $n ->
    [one] { $n }-mal wörtlich
   *[other] { $n }-mal wörtlich
}
family-n-edited = { $n ->
    [one] { $n }-mal bearbeitet
   *[other] { $n }-mal bearbeitet
}
family-n-part = { $n ->
    [one] { $n }-mal in Teilen
   *[other] { $n }-mal in Teilen
}
family-carried = Übernommen: { $parts }.
family-agencys-own = { $agency } druckte ihn selbst.
family-agency-unread = Er kommt von { $agency }; dieses Haus liest die Agentur nicht.
family-outlet-unread = { $outlet } hatte ihn zuerst; dieser Druck ist nicht im Haus.
family-first-reader = { $outlet } hatte ihn zuerst, wie jemand beim Lesen sagte.
family-order-unknown = Wer von ihnen ihn zuerst druckte, ist unbekannt.
family-no-other = Kein anderes Medium druckt ihn.
family-first = { $outlet } druckte ihn zuerst.
family-measured = Die anderen sind am Text in { $outlet } gemessen.
family-own-text = eigener Text
family-fullest = der vollste Text
family-against-common = dem, was die meisten Drucke teilen
family-against-first = dem ersten Druck
family-an-agency = eine Agentur
family-took-why = { $outlet }: { $why }
family-others-show = die anderen Drucke zeigen, dass er dort zuerst stand
family-not-shown = ein Druck, der hier nicht gezeigt wird
family-dateline = { $agency } in der Spitzmarke
family-order-untold = unbekannt: Die Zeiten sagen nichts über die Reihenfolge
family-unread = noch nicht gelesen
clue-reader = jemand sagte es beim Lesen
clue-edits = er wiederholt Änderungen, die nur dort stehen
clue-line = eine Zeile darin sagt, wo er zuerst erschien
clue-link = seine Seite nennt jenen Druck als Quelle
clue-carried = die Seite, auf der er steht, nennt die Quelle
clue-credit = er nennt die Agentur
clue-dateline = die Agentur steht in der Spitzmarke
family-same-minute = in derselben Minute
family-later-minutes = { $minutes } Min. später
family-later-hours = { $hours } Std. später
family-later-both = { $hours } Std. { $minutes } Min. später
family-later-days = { $n ->
    [one] { $n } Tag später
   *[other] { $n } Tage später
}
family-printings = Wer ihn gedruckt hat
family-printings-say = Jeder Druck steht unter dem, von dem er stammt. Behalten ist der Anteil der Wörter des ersten Drucks, die auch in diesem stehen; Vergleichen führt zu dem, was geändert wurde.
family-outlet = Medium
family-headline = Überschrift
family-printed = Gedruckt
family-took = Übernommen von
family-kept = Behalten
family-compare = Vergleichen
family-compare-with = { $outlet } mit { $measure } vergleichen
family-shows = Was es zeigt
family-remembered = Es bleibt vermerkt, und nichts wird gelöscht.
doubt-another = einem anderen Druck
doubt-edits = Er teilt Änderungen mit { $outlet }
doubt-says = Er sagt
doubt-names = Seine Seite nennt als Quelle
doubt-carried = Er steht auf einer Seite, die nennt
doubt-credit = Sein Quellenvermerk lautet
doubt-dateline = Seine Spitzmarke lautet
doubt-but = aber: { $why }.
doubt-earlier = Ein anderer Druck nennt eine frühere Zeit
doubt-clock = { $n ->
    [one] Seine Uhr steht { $n } Stunde vor dem Text, den er nennt, dem von { $outlet }
   *[other] Seine Uhr steht { $n } Stunden vor dem Text, den er nennt, dem von { $outlet }
}
doubt-time = Die Zeit, die er nennt, liegt vor der von { $outlet }
but-later = { $outlet } druckte es später
but-undirected = nichts zeigt, wer von beiden sie zuerst hatte: Ihre Reihenfolge lässt sich nicht wissen
but-reader-first = jemand sagte beim Lesen, dass er der erste war
but-others-point = die anderen Drucke weisen auf ihn
but-nothing = nichts sonst stützt das
but-own-credit = sein eigener Vermerk nennt eine andere Quelle
but-others-name = andere nennen jenen als ersten: Die Reihenfolge lässt sich nicht wissen
but-order = nichts zeigt, welcher Druck zuerst kam: Die Reihenfolge lässt sich nicht wissen
but-reader = jemand sagte beim Lesen, dass { $outlet } ihn zuerst hatte
but-edits = er wiederholt Änderungen, die nur in { $outlet } stehen
but-zone = ganze Stunden zeigt eine Uhr in einer anderen Zone, und der Vermerk wiegt mehr
but-clock = was er von seiner Quelle sagt, wiegt mehr als eine Uhr
but-line = eine Zeile darin nennt { $outlet } als ersten Druck
but-link = seine Seite nennt { $outlet } als Quelle
but-carried = die Seite, auf der er steht, nennt { $outlet }
but-credit = er nennt { $outlet }
but-others = die anderen Drucke zeigen, dass { $outlet } ihn zuerst hatte
but-before = { $outlet } druckte ihn vorher
but-held = { $outlet } gilt als seine Quelle

## Das Bild einer Familie

lineage = Wie er sich verbreitete
lineage-say = Die Zeit läuft in Leserichtung. Eine Linie fällt von der Fassung, die damals galt, und läuft bis zur Zeit des Drucks: Ihre Länge ist der Abstand. Der Ring ist der ganze Text, die Scheibe darin der behaltene Anteil. Gepunktet: ohne Quellenangabe, erkannt am Wortlaut.
lineage-reading = { $first } und { $n ->
    [one] { $n } weiterer Druck
   *[other] { $n } weitere Drucke
} im Lauf der Zeit, jeder an der Linie dessen, von dem er stammt; die Tabelle darunter sagt dasselbe.
lineage-not-read = hier nicht gelesen
lineage-no-credit = ohne Quellenangabe
lineage-no-time = keine Zeit genannt
lineage-version = Fassung { $n } von { $outlet }, { $time }
lineage-node = { $outlet }, { $time }: { $share } behalten
lineage-folded = { $n ->
    [one] +{ $n } binnen { $minutes } Min.
   *[other] +{ $n } binnen { $minutes } Min.
}
lineage-more = { $n ->
    [one] { $n } weiterer Druck steht nur in der Tabelle.
   *[other] { $n } weitere Drucke stehen nur in der Tabelle.
}

# Ansichten als Feeds (/out/... und eine Zeile auf jeder solchen Seite)
out-title = { $title } ({ $counts })
out-page = Feed dieser Seite
out-once = Eine dieser Adressen jetzt im Feedreader eintragen; sie werden nicht noch einmal gezeigt.
out-say = Wer die Adresse hat, liest alles, was hier gelesen werden darf, auch ganze Texte. Eine neue beendet die vorige.
out-all = Alle geheimen Adressen
out-many = Es gibt schon { $n } geheime Adressen. Zuerst eine davon in den Einstellungen beenden.
out-did-end = Die Adresse öffnet nichts mehr.
out-addresses = Geheime Adressen von Feeds
out-addresses-help = Wer eine solche Adresse hat, liest alles, was in diesem Konto gelesen werden darf. Adressen gemerkter Suchen stehen bei den Suchen.
out-addresses-none = Noch keine. Jede Seite, die auch ein Feed ist, bietet an ihrem Ende eine an.
out-end-of = Adresse von { $name } beenden
## Warum etwas nicht getan oder nicht gelesen wurde

why-because = { $what }: { $why }
why-more = { $what } (und { $n } weitere)
why-stage-name = sein Name wurde nicht aufgelöst
why-stage-connection = es kam keine Verbindung zustande
why-stage-answer = keine Antwort
why-stage-end = die Antwort fand kein Ende
why-inward-loopback = es dieser Rechner selbst ist (Loopback)
why-inward-this-net = es dieser Rechner selbst ist (0.0.0.0/8)
why-inward-private = es eine private Adresse ist
why-inward-carrier = es die private Adresse eines Netzbetreibers ist
why-inward-link-local = es eine Link-local-Adresse ist
why-inward-many = es nicht die Adresse eines einzelnen Rechners ist
why-inward-cloud = dort die eigenen Daten eines Cloud-Rechners liegen
why-inward-reserved = es eine reservierte Adresse ist
why-inward-test-net = es die Adresse eines Testnetzes ist
why-inward-documentation = es eine Adresse für Dokumentation ist
why-inward-not-public = es keine öffentliche Adresse ist
why-inward-too-many = der Name mehr Adressen hat, als sich prüfen lassen
why-cause-nothing-listens = dort nimmt niemand Verbindungen an (connection refused)
why-cause-reset = die Verbindung wurde von dort zurückgesetzt
why-cause-aborted = die Verbindung wurde von dort abgebrochen
why-cause-no-way = von hier führt kein Weg dorthin
why-cause-closed = die Verbindung wurde von dort geschlossen
why-cause-closed-in-tls = die Verbindung wurde von dort geschlossen, während TLS ausgehandelt wurde
why-cause-expired = das Zertifikat ist abgelaufen
why-cause-not-yet-valid = das Zertifikat gilt noch nicht
why-cause-other-name = das Zertifikat gilt für einen anderen Namen
why-cause-unknown-issuer = das Zertifikat stammt von niemandem, dem dieser Rechner vertraut
why-cause-bad-signature = das Zertifikat ist nicht von dem unterzeichnet, den es als Aussteller nennt
why-cause-revoked = das Zertifikat wurde widerrufen
why-cause-bad-certificate = das Zertifikat gilt nicht ({ $why })
why-cause-no-tls = was dort antwortet, spricht kein TLS
why-cause-tls = TLS ließ sich nicht aushandeln ({ $why })
why-bad-address = „{ $address }“ ist keine Adresse, die sich abrufen lässt: http:// oder https:// und einen Host angeben
why-inward = { $host } wurde nicht angefragt, weil { $why }; eigene Rechner gehören in die Liste der erlaubten (--allow { $host })
why-dns = der Name { $host } ließ sich nicht auflösen
why-connect = { $host } war nicht zu erreichen: { $why }
why-tls = mit { $host } war keine sichere Verbindung möglich: { $why }
why-slow = { $host }: { $why } innerhalb von { $n } s
why-no-answer = { $host } brach vor der Antwort ab: { $why }
why-not-http = was { $host } antwortet, ist kein HTTP
why-head-too-large = der Kopf der Antwort von { $host } ist länger als { $n } Bytes oder hat mehr als { $lines } Zeilen
why-too-large = die Antwort ist größer als { $n } Bytes
why-ratio = die Antwort wird entpackt mehr als { $n }-mal so groß, wie es nur eine Falle tut
why-layers = die Antwort ist mehr als { $n }-mal verpackt, wie es nur eine Falle ist
why-redirects = mehr als { $n } Weiterleitungen
why-bad-redirect = { $host } leitet weiter, ohne zu sagen, wohin
why-redirect-away = { $host } leitet zu { $to } weiter, einer Adresse, die sich nicht abrufen lässt
why-status = { $host } antwortete { $status }
why-status-401 = Name und Passwort werden verlangt; sie lassen sich für diesen Feed angeben
why-status-403 = dieses Programm kommt nur mit etwas anderem hinein; das Cookie oder den Header angeben, den der Anbieter dafür vergab
why-status-404 = dort ist nichts (mehr); vielleicht nennt die Website die neue Adresse
why-status-407 = ein Proxy auf dem Weg verlangt ein Passwort; dieses Programm benutzt keines
why-status-410 = endgültig entfernt
why-status-429 = zu oft angefragt; es bleibt nun länger in Ruhe
why-status-451 = aus rechtlichen Gründen nicht verfügbar
why-status-5xx = ein Fehler auf der anderen Seite
why-withheld = { $host } antwortete { $status } nach einer Weiterleitung von { $from }: Header, Cookie und Passwort eines Feeds gehen nur an seine eigene Adresse, also die neue eintragen ({ $to })
why-empty = { $host } antwortete { $status } ohne Inhalt
why-body = die Antwort brach ab oder ließ sich nicht entschlüsseln: { $why }
why-cut-short = die Antwort ist unvollständig: { $why }
why-encoding = die Kodierung „{ $name }“ wird hier nicht gelesen (nur gzip, deflate, br, zstd)
why-later-asked = { $host } wird in { $n } s wieder gefragt: von dort wurde um Geduld gebeten
why-later-busy = { $host } wird in { $n } s wieder gefragt: andere Anfragen dorthin gehen vor
why-setup = der Weg nach draußen ließ sich nicht öffnen: { $why }
why-long = { $address } braucht lange für eine Antwort
why-crashed = das Lesen brach im Programm ab: { $why }
why-feed-empty = die Antwort ist leer; die Adresse im Browser prüfen: vielleicht verlangt sie eine Anmeldung oder ist umgezogen
why-feed-web-page = das ist eine Webseite, kein Feed; die Adresse des Feeds selbst angeben oder die Seite hinzufügen und ihre Feeds suchen lassen
why-feed-opml = das ist eine OPML-Liste von Abonnements, kein Feed; sie lässt sich importieren
why-feed-sitemap-index = das ist ein Verzeichnis von Sitemaps, kein Feed; eine der genannten Sitemaps angeben
why-feed-json = das ist JSON, aber kein JSON Feed; „items“ fehlt
why-feed-broken-json = das ist JSON, das abbricht oder fehlerhaft ist ({ $why }); der Anbieter muss es in Ordnung bringen
why-feed-none = das ist kein Feed: weder RSS noch Atom, RDF, CDF, JSON Feed oder eine News-Sitemap; die Adresse im Browser prüfen
why-feed-too-large = der Feed hat { $n } Bytes, gelesen werden höchstens { $limit }; den Anbieter um einen kürzeren bitten
why-feed-address = „{ $address }“ ist keine Adresse eines Feeds; sie muss mit http:// oder https:// beginnen
why-feed-private = diese Adresse ist der private Feed einer anderen Person; wer das Haus besitzt, kann ihn öffentlich machen
why-list-empty = die Datei ist leer
why-list-not-opml = das ist keine Liste von Abonnements; sie lässt sich im bisherigen Leseprogramm als OPML exportieren
why-list-web-page = das ist eine Webseite, keine Liste von Abonnements; dort nach einem Link zu einer OPML-Datei suchen
why-list-feed = das ist ein Feed, keine Liste von Abonnements; stattdessen seine Adresse hinzufügen
why-list-too-large = die Datei hat { $n } Bytes, gelesen werden höchstens { $limit }; sie lässt sich teilen
why-partly-cut = nur was vor dem Abbruch kam, wurde gelesen: { $why }
why-partly-over = { $n } Einträge wurden ausgelassen, die neuesten { $most } gelesen
why-moved-found = Gefunden auf { $address }, der angegebenen Adresse.
why-moved-for-good = Endgültig hierher umgezogen von { $address }.
why-header-hop = er steuert die Verbindung, und das ist Sache des Programms
why-header-frame = das Programm setzt ihn bei jeder Anfrage selbst
why-header-speaks-for = er nennt jemand anderen als Absender
why-header-rewrites = er verlangt eine andere Adresse oder Methode als die geprüfte
why-header-metadata = er öffnet die eigenen Daten eines Cloud-Rechners
why-header-who-asks = er sagt, wer fragt, und das ist eine Antwort für das ganze Haus (Einstellung contact)
why-header-browser = nur ein Browser darf ihn angeben
why-header-login = Name und Passwort werden als solche angegeben (basic auth), damit sie geheim bleiben
why-header-cookie = ein Cookie wird als solches angegeben, damit es geheim bleibt
why-sent-forbidden = der Header { $name } lässt sich für einen Feed nicht setzen: { $why }
why-sent-bad-name = „{ $name }“ ist kein Name eines Headers: erlaubt sind Buchstaben, Ziffern und -
why-sent-bad-value = der Wert von { $name } lässt sich nicht senden: erlaubt ist nur druckbares ASCII in einer Zeile von höchstens { $n } Bytes
why-sent-bad-login = der Name für basic auth darf keinen Doppelpunkt enthalten, Name und Passwort keinen Zeilenumbruch
why-sent-too-many = ein Feed darf höchstens { $n } Header setzen
why-choice-too-long = { $name } ist länger als { $n } Bytes
why-choice-text-from = text-from ist auto, feed oder page, nicht „{ $value }“
why-choice-yes-or-no = { $name } ist yes oder no, nicht „{ $value }“
why-choice-to-writer = to-writer ist yes, no oder auto, nicht „{ $value }“
why-choice-header = ein Header wird als NAME: WERT geschrieben; ohne Wert wird er entfernt
why-choice-login = basic-auth wird als NAME:PASSWORT geschrieben
why-choice-access = access lässt sich nur entfernen (access=none); sonst header, cookie oder basic-auth setzen
why-choice-unknown = keine Wahl heißt „{ $name }“; es gibt { $there }
why-choice-interval = interval ist auto oder eine Zeit wie 30m, 2h oder 1d, nicht „{ $value }“
why-choice-too-seldom = interval ist höchstens 30d; soll ein Feed nicht mehr gelesen werden, lässt er sich anhalten (verlangt war { $value })
why-choice-too-often = interval ist in diesem Haus mindestens { $value } (Einstellung poll-minutes), damit die Anbieter ihre Ruhe haben
why-choice-no-reader = ein Ordner gehört einer lesenden Person, und dieses Haus hat noch keine
why-choice-others-private = dieser Feed ist der private einer anderen Person: nur sie kann erlauben, dass seine Texte an den Schreiber gehen
why-owners-too-large = die Liste hat { $n } Bytes, gelesen werden höchstens { $most }; sie lässt sich als mehrere Listen einbringen
why-owners-utf16 = die Liste ist in UTF-16; als UTF-8 speichern („CSV UTF-8“ in der Tabellenkalkulation)
why-owners-no-utf8 = Zeile { $n } ist kein UTF-8; die Liste als UTF-8 speichern
why-owners-empty = die Liste ist leer; ihre erste Zeile nennt die Spalten: outlet,publisher
why-owners-no-outlet = die Liste nennt kein Medium mit einem Verlag
why-owners-broken = die Liste lässt sich nicht lesen: { $why }
why-owners-no-columns = Zeile 1 muss die Spalten nennen: publisher und dazu outlet oder domain (oder beide), etwa outlet,publisher
why-owners-no-json = das JSON hat nicht die Form { $form }: { $why }
why-owners-no-toml = das TOML hat nicht die Form { $form }: { $why }
why-owners-too-many = { $at }: eine Liste hat höchstens { $n } Medien; sie lässt sich als mehrere Listen einbringen
why-owners-many-lists = das Haus hat { $n } Listen von Verlagen; einige entfernen oder diese an ihrer Stelle einbringen
why-owners-no-such = es gibt keine Liste von Verlagen mit der Nummer { $number }; `wireroom publishers list` zeigt sie
why-wrong-key = { $file }, „{ $key }“
why-wrong-too-large = größer als { $n } Bytes; ist es die richtige Datei?
why-wrong-toml = kein TOML: { $why }; zu schreiben ist { $form }
why-wrong-toml-line = Zeile { $line } ist kein TOML: { $why }; zu schreiben ist { $form }
why-wrong-no-key = diesen Schlüssel gibt es nicht; es gibt { $there }
why-wrong-not-quoted = jeder Wert der Liste steht in Anführungszeichen
why-wrong-no-text = einen Wert in Anführungszeichen schreiben oder eine Liste davon in eckigen Klammern
why-wrong-many-hosts = höchstens { $n }; die übrigen gehören in eine zweite Datei
why-wrong-name-no-host = „{ $name }“ ist kein Host; die Datei press.example.toml nennen oder { $form } angeben
why-wrong-no-host = „{ $name }“ ist kein Host; ohne https://, Pfad oder * schreiben, zum Beispiel „press.example“ (die Hosts darunter sind mitgemeint)
why-wrong-many-selectors = höchstens { $n } Selektoren; einige mit Kommas verbinden
why-wrong-long-selector = ein Selektor hat höchstens { $n } Zeichen
why-wrong-no-selector = „{ $name }“ ist kein CSS-Selektor; wie in einem Stylesheet schreiben, zum Beispiel „div.story-text“ oder „#content p“
why-wrong-on-off = „off“ oder „on“ schreiben
why-wrong-twice = { $host } wird auch in { $other } genannt, und das gilt; in einer der beiden Dateien streichen
why-wrong-folder = der Ordner lässt sich nicht lesen: { $why }
why-wrong-many-files = höchstens { $n } Dateien werden gelesen; die übrigen bleiben weg
why-wrong-unread = nicht lesbar: { $why }
why-sorted-none-chosen = Artikel dieser Geschichte auswählen: die, die eine eigene Geschichte sind.
why-sorted-nothing-stays = Mit ihren Kopien sind das alle Artikel der Geschichte: es bliebe nichts in ihr.
why-sorted-closing = das Haus wird gerade geschlossen
why-sorted-no-split = nichts wurde geteilt
why-sorted-one-already = Diese beiden sind schon eine Geschichte.
why-sorted-no-article = Eine der beiden Geschichten enthält keinen Artikel.
why-sorted-forbidden = Jemand hat gesagt, dass diese beiden nicht eine Geschichte sind oder dass Artikel von ihnen nie beieinanderstehen. Das lässt sich auf der Seite der Korrekturen zurücknehmen.
why-sorted-not-one = Aus den beiden Geschichten ließ sich nicht eine machen.
why-sorted-no-story = In diesem Haus gibt es keine Geschichte { $id }.
why-sorted-too-many = { $n } Korrekturen gelten schon; einige zurücknehmen, auf die es nicht mehr ankommt
why-sorted-same = ein Wort zu zwei Texten braucht zwei verschiedene Artikel
why-sorted-unknown = in diesem Haus gibt es keinen Artikel { $id }
why-there-feed = es gibt keinen Feed { $id }
why-there-last-owner = { $name } besitzt das Haus allein; zuvor jemand anderem die Inhaberschaft geben, oder den Datenordner löschen, um das Haus zu beenden
why-there-block = „{ $name }“ ist kein Block; die Seite der Website neu öffnen
why-there-page-gone = { $address } wird nicht mehr aufbewahrt; eine spätere Seite wählen oder raw-mb und raw-days erhöhen
why-there-no-site = { $address } wurde nicht als Seite einer Website gelesen
why-there-page = diese Seite gibt es nicht
why-there-private-page = diese Seite kam über einen privaten Feed, und ihre Worte bleiben nicht dort, wo andere sie sehen; stattdessen das Element in einer eigenen Regel auslassen
why-there-paragraph = die Seite enthält diesen Absatz nicht mehr; sie neu öffnen
why-there-no-folder = dieses Haus hat keinen Ordner für eigene Regeln
why-there-no-host = „{ $host }“ ist kein Host
why-there-not-written = { $path } lässt sich nicht schreiben: { $why }
why-there-user = es gibt kein Konto { $id }
why-there-block-of = von { $host } ist kein solcher Block bekannt; die Seite neu öffnen
why-there-correction = es gibt keine geltende Korrektur { $number }
why-there-endless = die Arbeit nimmt kein Ende; `wireroom doctor` zeigt Aufträge, die sich selbst anfordern
