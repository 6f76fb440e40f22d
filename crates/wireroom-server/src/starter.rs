//! The starter list: well-known public feeds in eight languages, for a house that has none yet. It recommends nobody:
//! each is large, free to read and speaks for itself. `wireroom doctor --starter` asks every address whether it is still
//! a feed; what is not is hidden until it is asked again. Start at [`lists`].

use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::path::Path;
use wireroom_model::Lang;

/// The file in the data folder in which `wireroom doctor --starter` leaves what it found.
pub const REPORT: &str = "starter.json";
/// Bytes of that file; a longer one is not ours.
const MAX_REPORT: u64 = 1 << 20;

/// A feed of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Starter {
    pub name: &'static str,
    pub address: &'static str,
}

/// The feeds of one language.
#[derive(Debug, Clone, Copy)]
pub struct Starters {
    pub lang: Lang,
    pub feeds: &'static [Starter],
}

/// What the last asking found.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StarterReport {
    /// Addresses that gave no feed.
    pub dead: BTreeSet<String>,
}

impl StarterReport {
    /// The report in a data folder; an empty one where nobody asked yet or it cannot be read.
    pub fn read(folder: &Path) -> Self {
        let path = folder.join(REPORT);
        let fits = std::fs::metadata(&path).is_ok_and(|file| file.len() <= MAX_REPORT);
        let text = fits.then(|| std::fs::read_to_string(&path).ok()).flatten();
        text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
    }

    /// Leaves the report in a data folder.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn write(&self, folder: &Path) -> std::io::Result<()> {
        let text = serde_json::to_string_pretty(self).map_err(std::io::Error::other)?;
        let (path, half) = (folder.join(REPORT), folder.join(format!("{REPORT}.half")));
        std::fs::write(&half, text)?;
        std::fs::rename(half, path)
    }
}

const fn feed(name: &'static str, address: &'static str) -> Starter {
    Starter { name, address }
}

const EN: &[Starter] = &[
    feed("BBC News", "https://feeds.bbci.co.uk/news/rss.xml"),
    feed("The Guardian, world", "https://www.theguardian.com/world/rss"),
    feed("NPR", "https://feeds.npr.org/1001/rss.xml"),
    feed("Al Jazeera English", "https://www.aljazeera.com/xml/rss/all.xml"),
    feed("Deutsche Welle, English", "https://rss.dw.com/rdf/rss-en-all"),
    feed("ABC News, Australia", "https://www.abc.net.au/news/feed/51120/rss.xml"),
    feed("CBC News", "https://www.cbc.ca/webfeed/rss/rss-topstories"),
    feed("PBS NewsHour", "https://www.pbs.org/newshour/feeds/rss/headlines"),
    feed("The Hindu", "https://www.thehindu.com/feeder/default.rss"),
    feed("ProPublica", "https://www.propublica.org/feeds/propublica/main"),
    feed("Global Voices", "https://globalvoices.org/feed/"),
    feed("Ars Technica", "https://feeds.arstechnica.com/arstechnica/index"),
];

const DE: &[Starter] = &[
    feed("Tagesschau", "https://www.tagesschau.de/index~rss2.xml"),
    feed("Deutschlandfunk", "https://www.deutschlandfunk.de/nachrichten-100.rss"),
    feed("Der Spiegel", "https://www.spiegel.de/schlagzeilen/index.rss"),
    feed("Die Zeit", "https://newsfeed.zeit.de/index"),
    feed("Frankfurter Allgemeine", "https://www.faz.net/rss/aktuell/"),
    feed("Süddeutsche Zeitung", "https://rss.sueddeutsche.de/rss/Topthemen"),
    feed("ORF", "https://rss.orf.at/news.xml"),
    feed("SRF News", "https://www.srf.ch/news/bnf/rss/1646"),
    feed("Der Standard", "https://www.derstandard.at/rss"),
];

const FR: &[Starter] = &[
    feed("Le Monde", "https://www.lemonde.fr/rss/une.xml"),
    feed("France 24", "https://www.france24.com/fr/rss"),
    feed("RFI", "https://www.rfi.fr/fr/rss"),
    feed("Le Figaro", "https://www.lefigaro.fr/rss/figaro_actualites.xml"),
    feed("franceinfo", "https://www.francetvinfo.fr/titres.rss"),
    feed("Libération", "https://www.liberation.fr/arc/outboundfeeds/rss-all/?outputType=xml"),
    feed("Radio-Canada", "https://ici.radio-canada.ca/rss/4159"),
    feed("Le Devoir", "https://www.ledevoir.com/rss/manchettes.xml"),
];

const ES: &[Starter] = &[
    feed("El País", "https://feeds.elpais.com/mrss-s/pages/ep/site/elpais.com/portada"),
    feed("BBC Mundo", "https://feeds.bbci.co.uk/mundo/rss.xml"),
    feed("RTVE", "https://api2.rtve.es/rss/temas_noticias.xml"),
    feed("elDiario.es", "https://www.eldiario.es/rss/"),
    feed("El Mundo", "https://e00-elmundo.uecdn.es/elmundo/rss/portada.xml"),
    feed("La Nación", "https://www.lanacion.com.ar/arc/outboundfeeds/rss/"),
    feed("France 24, español", "https://www.france24.com/es/rss"),
    feed("Deutsche Welle, español", "https://rss.dw.com/rdf/rss-sp-all"),
];

const IT: &[Starter] = &[
    feed("ANSA", "https://www.ansa.it/sito/ansait_rss.xml"),
    feed("la Repubblica", "https://www.repubblica.it/rss/homepage/rss2.0.xml"),
    feed("Corriere della Sera", "https://xml2.corriereobjects.it/rss/homepage.xml"),
    feed("Il Post", "https://www.ilpost.it/feed/"),
    feed("Rai News", "https://www.rainews.it/rss/tutti"),
];

const PT: &[Starter] = &[
    feed("RTP Notícias", "https://www.rtp.pt/noticias/rss"),
    feed("Público", "https://feeds.feedburner.com/PublicoRSS"),
    feed("BBC News Brasil", "https://feeds.bbci.co.uk/portuguese/rss.xml"),
    feed("Agência Brasil", "https://agenciabrasil.ebc.com.br/rss/ultimasnoticias/feed.xml"),
    feed("Folha de S.Paulo", "https://feeds.folha.uol.com.br/emcimadahora/rss091.xml"),
    feed("g1", "https://g1.globo.com/rss/g1/"),
];

const AR: &[Starter] = &[
    feed(
        "الجزيرة",
        "https://www.aljazeera.net/aljazeerarss/a7c186be-1baa-4bd4-9d80-a84db769f779/73d0e1b4-532f-45ef-b135-bfdff8b8cab9",
    ),
    feed("بي بي سي عربي", "https://feeds.bbci.co.uk/arabic/rss.xml"),
    feed("فرانس 24", "https://www.france24.com/ar/rss"),
    feed("دويتشه فيله", "https://rss.dw.com/rdf/rss-ar-all"),
    feed("سكاي نيوز عربية", "https://www.skynewsarabia.com/rss"),
    feed("مونت كارلو الدولية", "https://www.mc-doualiya.com/rss"),
];

const RU: &[Starter] = &[
    feed("Meduza", "https://meduza.io/rss/all"),
    feed("Русская служба Би-би-си", "https://feeds.bbci.co.uk/russian/rss.xml"),
    feed("Новая газета Европа", "https://novayagazeta.eu/feed/rss"),
    feed("Deutsche Welle, русская служба", "https://rss.dw.com/xml/rss-ru-all"),
    feed("The Moscow Times, русская служба", "https://ru.themoscowtimes.com/rss/news"),
    feed("RFI, русская служба", "https://www.rfi.fr/ru/rss"),
];

/// The lists, by language.
pub fn lists() -> Vec<Starters> {
    let all: [(&str, &'static [Starter]); 8] =
        [("en", EN), ("de", DE), ("fr", FR), ("es", ES), ("it", IT), ("pt", PT), ("ar", AR), ("ru", RU)];
    all.iter().map(|(code, feeds)| Starters { lang: Lang::parse(code), feeds }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sixty_feeds_in_eight_languages_each_once_and_over_https() {
        let lists = lists();
        let addresses: BTreeSet<&str> =
            lists.iter().flat_map(|list| list.feeds).map(|feed| feed.address).collect();
        assert_eq!((lists.len(), addresses.len()), (8, 60));
        assert_eq!(lists.iter().map(|list| list.feeds.len()).sum::<usize>(), 60);
        assert!(
            addresses
                .iter()
                .all(|address| address.starts_with("https://") && url::Url::parse(address).is_ok())
        );
        assert!(lists.iter().all(|list| list.lang.known().is_some()));
    }

    #[test]
    fn a_report_is_read_back_and_a_broken_one_hides_nothing() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(StarterReport::read(folder.path()), StarterReport::default());
        let report = StarterReport { dead: BTreeSet::from(["https://gone.example/feed".to_owned()]) };
        report.write(folder.path()).unwrap();
        assert_eq!(StarterReport::read(folder.path()), report);
        std::fs::write(folder.path().join(REPORT), "{").unwrap();
        assert_eq!(StarterReport::read(folder.path()), StarterReport::default());
    }
}
