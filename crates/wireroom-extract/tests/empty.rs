//! Pages that answer without an article, and articles that speak of such pages.

use wireroom_extract::{Page, extract};
use wireroom_model::{EmptyBecause, Extracted, Kind};

fn own(html: &str) -> Extracted {
    extract(&Page::new(html)).remove(0)
}

fn is_empty(html: &str, because: EmptyBecause) {
    let row = own(html);
    assert_eq!(row.particulars.empty, Some(because), "{html}\n{row:#?}");
    assert_eq!((row.kind, row.body.as_str(), row.html.as_str()), (Kind::Empty, "", ""), "{html}");
}

/// An article of the given headline whose paragraphs are told apart by a number.
fn article(title: &str, text: &str) -> Extracted {
    let text: String = (1..7)
        .map(|n| {
            format!("<p>{text} That is the {n}th time the harbour office of Lorn has written about it.</p>")
        })
        .collect();
    own(&format!(
        "<html><head><title>{title} | Aske Post</title></head><body><div class=cookie-banner>We use cookies. <button>Accept all</button>\
         </div><article><h1>{title}</h1>{text}</article></body></html>"
    ))
}

#[test]
fn error_pages_of_many_languages_are_empty_and_say_so() {
    for (title, text) in [
        (
            "404 - Aske Post",
            "<h1>Page not found</h1><p>Sorry, the page you are looking for has moved or never was.</p>",
        ),
        (
            "Aske Post",
            "<h1>Oops! That page can’t be found.</h1><p>It looks like nothing was found at this location.</p>",
        ),
        (
            "Seite nicht gefunden",
            "<h1>Fehler 404</h1><p>Die von Ihnen gesuchte Seite gibt es leider nicht mehr.</p>",
        ),
        ("Page introuvable", "<h1>Erreur 404</h1><p>La page que vous recherchez n’existe pas ou plus.</p>"),
        ("Página no encontrada", "<h1>404</h1><p>La página que busca no existe o ha cambiado de sitio.</p>"),
        (
            "Страница не найдена",
            "<h1>Ошибка 404</h1><p>Запрашиваемая страница не существует или была удалена.</p>",
        ),
        (
            "ページが見つかりません",
            "<h1>404</h1><p>お探しのページは削除されたか、移動した可能性があります。</p>",
        ),
        ("الصفحة غير موجودة", "<h1>404</h1><p>الصفحة التي تبحث عنها غير موجودة أو تم نقلها.</p>"),
        (
            "503 Service Unavailable",
            "<h1>Service Unavailable</h1><p>The server is temporarily unable to service your request.</p>",
        ),
        ("502 Bad Gateway", "<center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center>"),
        ("403 Forbidden", "<h1>Forbidden</h1><p>You don't have permission to access this resource.</p>"),
        (
            "Aske Post",
            "<h1>Something went wrong</h1><p>Please try again later or go back to the homepage.</p>",
        ),
        (
            "301 Moved Permanently",
            "<h1>Moved Permanently</h1><p>The document has moved <a href=/x>here</a>.</p>",
        ),
    ] {
        is_empty(
            &format!("<html><head><title>{title}</title></head><body>{text}</body></html>"),
            EmptyBecause::Error,
        );
    }
    let popular: String = (1..9)
        .map(|n| format!("<li><a href=/{n}>The ferry of Aske sails for the {n}th time this year</a></li>"))
        .collect();
    is_empty(
        &format!(
            "<title>Page not found</title><main><h1>Page not found</h1><p>The page you requested has been moved or deleted.</p>\
                  <h2>Most read</h2><ul>{popular}</ul></main>"
        ),
        EmptyBecause::Error,
    );
}

#[test]
fn robot_walls_are_empty_and_say_so() {
    for (title, text) in [
        (
            "Just a moment...",
            "<h2>Verifying you are human. This may take a few seconds.</h2><p>aske.example needs to review the security of your connection before proceeding.</p>",
        ),
        (
            "Attention Required!",
            "<h1>Sorry, you have been blocked</h1><p>You are unable to access aske.example. Why have I been blocked?</p>",
        ),
        ("Aske Post", "<p>Please enable JS and disable any ad blocker</p>"),
        (
            "Are you a robot?",
            "<h3>We've detected unusual activity from your computer network</h3><p>To continue, please click the box below to let us know you're not a robot.</p>",
        ),
        (
            "Pardon Our Interruption",
            "<p>As you were browsing something about your browser made us think you were a bot. There are a few reasons this might happen.</p>",
        ),
        ("Sicherheitsüberprüfung", "<p>Bitte bestätigen Sie, dass Sie ein Mensch sind und kein Roboter.</p>"),
        (
            "Вы не робот?",
            "<h1>Подтвердите, что вы не робот</h1><p>Мы заметили необычный трафик из вашей сети.</p>",
        ),
        ("人机验证", "<p>请完成验证，以确认您不是机器人，然后继续访问本站。</p>"),
    ] {
        is_empty(
            &format!("<html><head><title>{title}</title></head><body><div>{text}</div></body></html>"),
            EmptyBecause::Robot,
        );
    }
}

#[test]
fn consent_walls_are_empty_whatever_their_elements_are_called() {
    let en = "<h1>We value your privacy</h1><p>We and our 214 partners store and/or access information on a device, such as \
              cookies, and process personal data for personalised advertising and content.</p><p>You can withdraw your consent \
              at any time. Some partners rely on legitimate interest.</p><button>Accept all</button><button>Manage options</button>";
    let de = "<h1>Mit Werbung weiterlesen</h1><p>Wir und bis zu 120 Partner verarbeiten Daten von Ihrem Gerät, um personalisierte \
              Werbung zu zeigen. Ihre Einwilligung können Sie jederzeit widerrufen.</p><a href=/ok>Zustimmen und weiter</a>\
              <h2>Pur-Abo</h2><p>Lesen Sie ohne Werbetracking für 2,99 Euro im Monat.</p>";
    let fr = "<h1>Le respect de votre vie privée est notre priorité</h1><p>Avec votre accord, nos partenaires et nous utilisons des \
              cookies pour accéder à des informations sur votre appareil.</p><p>Vous pouvez retirer votre consentement à tout \
              moment.</p><button>Tout accepter</button>";
    for wall in [en, de, fr] {
        for open in [
            "<div>",
            "<div class='consent-layer' role=dialog>",
            "<div id=onetrust-banner-sdk>",
            "<main class=x1><form>",
        ] {
            is_empty(
                &format!("<html><head><title>Aske Post</title></head><body>{open}{wall}"),
                EmptyBecause::Consent,
            );
        }
    }
    let partners: String = (1..200)
        .map(|n| format!("<li>Adhouse {n} Ltd: stores identifiers for up to {n} days and measures ads.</li>"))
        .collect();
    is_empty(
        &format!("<title>Before you continue</title><body>{en}<h2>Partners</h2><ul>{partners}</ul>"),
        EmptyBecause::Consent,
    );
}

#[test]
fn a_page_that_scripts_would_write_says_so() {
    let script = "<script>window.__APP__={build:1};(function(){var s=document.createElement('script');s.src='/m.js'})()</script>";
    for body in [
        "<noscript>You need to enable JavaScript to run this app.</noscript><div id=root></div>",
        "<div id=app><p>Please enable JavaScript to view this page.</p></div>",
        "<div id=__next></div>",
        "<div class=spinner>Loading…</div>",
    ] {
        is_empty(
            &format!("<html><head><title>Aske Post</title>{script}</head><body>{body}{script}</body></html>"),
            EmptyBecause::Script,
        );
    }
    is_empty("<html><head><title>Aske Post</title></head><body></body></html>", EmptyBecause::NoText);
}

#[test]
fn a_paywall_that_shows_nothing_is_a_paywall_without_a_text() {
    let html = "<html><head><title>Ferry aground | Aske Post</title><meta property='article:content_tier' content=locked>\
        <meta property='og:title' content='Ferry of Lorn runs aground'></head><body><article><h1>Ferry of Lorn runs aground</h1>\
        <div><h2>Subscribe to continue reading</h2><p>First month for one euro, then nine euros a month. Cancel anytime.</p>\
        <p>Already a subscriber? <a href=/login>Log in</a></p></div></article></body></html>";
    let row = own(html);
    assert_eq!((row.kind, row.body.as_str()), (Kind::Paywall, ""), "{row:#?}");
    assert_eq!(row.particulars.empty, Some(EmptyBecause::Paywall));
    assert_eq!(row.title.as_deref(), Some("Ferry of Lorn runs aground"));
}

#[test]
fn the_stump_of_a_text_ends_where_the_offer_begins() {
    let row = own(
        "<html><head><meta property='article:content_tier' content=locked></head><body><article><h1>Ferry of Lorn runs aground</h1>\
         <p>The ferry of Lorn ran aground at dawn on Monday with forty cars and a school class that had waited since March.</p>\
         <div><h2>Continue reading with a subscription</h2><p>Join 4,000 readers for nine euros a month.</p><ul><li>Unlimited \
         access on every device</li><li>The crossword and its archive</li></ul></div></article></body></html>",
    );
    assert_eq!(row.kind, Kind::Paywall);
    assert!(row.body.ends_with("waited since March."), "{}", row.body);
    assert_eq!(row.particulars.empty, None);
}

#[test]
fn an_article_about_walls_is_an_article() {
    for (title, text) in [
        (
            "Why a page not found is an art form",
            "When the page you are looking for is gone, a designer somewhere has thought of you: the museum shows 404 pages.",
        ),
        (
            "Cookies crumble: what the new consent rules mean",
            "Websites that use cookies must let readers withdraw their consent, and partners process data only with it, the court said.",
        ),
        (
            "Are you a robot? The test that nobody passes",
            "To prove that you are not a robot you must find the traffic lights, and machines now do so faster than people.",
        ),
        (
            "The office that asked for JavaScript",
            "Citizens of Lorn had to turn on JavaScript to pay the toll, and the loading bar of the page stood still for a week in which nobody crossed the bridge but those who had kept the paper tickets of the year before.",
        ),
        (
            "Something went wrong at the ferry yard",
            "An error occurred in the yard when a valve was fitted upside down, and the service was unavailable until May.",
        ),
        (
            "Subscribe to continue reading: how papers live",
            "Readers who subscribe pay nine euros a month, the publisher said, and most had been subscribers for twenty years.",
        ),
    ] {
        let row = article(title, text);
        assert_eq!((row.kind, row.particulars.empty), (Kind::Article, None), "{title}: {row:#?}");
        assert!(row.body.contains("6th time"), "{title}: {}", row.body);
    }
    let brief = own(
        "<title>Access denied</title><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Access denied\",\
         \"datePublished\":\"2025-03-04\"}</script><article><h1>Access denied</h1><p>The harbour office of Lorn has closed the quay to \
         anglers, who no longer have permission to access it after dark.</p></article>",
    );
    assert_eq!((brief.kind, brief.particulars.empty), (Kind::Article, None), "{brief:#?}");
}
