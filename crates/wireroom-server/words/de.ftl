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
percent = { $n } %
bytes-b = { $n } Bytes
bytes-kb = { $n } kB
bytes-mb = { $n } MB
bytes-gb = { $n } GB
bytes-tb = { $n } TB

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
problem-tries-say = Damit niemand raten kann, wartet die Anmeldung für diesen Namen einige Minuten. Konto und Sitzungen bestehen weiter.
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
