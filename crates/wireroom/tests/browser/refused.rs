//! Forms that are refused: the page that shows what was typed again, with the error, is a page like any other. Each is
//! sent as a browser sends it, in the looks that axe sees, and held to the checks of `every_page.rs`; it refuses an
//! answer that is no refusal (422), or that loses what was typed.

use super::chromium::{Chromium, Look, Tab};
use super::every_page::{LOOKS, SHORT, faults, widths};
use super::houses::{Served, demo, get};
use super::{alone, named};
use serde_json::{Value, json};

/// A form on a page, and what is typed into it.
struct Form {
    page: String,
    /// The end of its address.
    action: &'static str,
    typed: Vec<(&'static str, &'static str)>,
    /// The field whose words stand there again.
    again: Option<&'static str>,
}

fn forms(served: &Served) -> Vec<Form> {
    let sites = get(&served.open, "/sites", "en").1;
    let host = sites.split("href=\"/site/").nth(1).and_then(|rest| rest.split(['"', '?', '#']).next());
    let host = host.expect("the demo knows a site");
    let form = |page: &str, action, typed: &[(&'static str, &'static str)], again| Form {
        page: format!("{}{page}", served.open),
        action,
        typed: typed.to_vec(),
        again,
    };
    let mut all = vec![
        form("/feeds", "/feeds/add", &[("address", "no address at all")], Some("address")),
        form(&format!("/site/{host}"), "/try#both", &[("text", "drp = \".a\"")], Some("text")),
        form(
            "/settings",
            "/settings/password",
            &[("old", "wrong"), ("password", "short"), ("again", "short")],
            None,
        ),
        form("/settings", "/settings/tokens", &[("name", "")], None),
        form("/users", "/users/invite", &[("name", "")], None),
        form("/search?q=harbour", "/search/keep", &[("q", "")], None),
        form("/following", "/following/mute", &[("name", "")], None),
    ];
    if let Some(path) = &served.invitation {
        all.push(form(path, "", &[("password", "x")], None));
    }
    all
}

/// Sends the form as the browser does, past what the browser itself would hold back (`required`).
fn send(tab: &mut Tab, form: &Form) -> Result<(), String> {
    tab.go(&form.page);
    tab.call("Emulation.setScriptExecutionDisabled", json!({"value": false}));
    tab.forget();
    let typed: Value = form.typed.iter().map(|(name, words)| json!([name, words])).collect();
    let sent = tab.value(&format!(
        "(() => {{ const form = [...document.forms].find(form => form.method === 'post' && \
         (form.getAttribute('action') ?? '').endsWith({action:?}));
         if (!form) return 'no such form';
         for (const [name, words] of {typed}) {{
             const field = form.elements[name];
             if (!field) return 'no field ' + name;
             field.value = words;
         }}
         setTimeout(() => HTMLFormElement.prototype.submit.call(form));
         return null; }})()",
        action = form.action
    ));
    if let Some(why) = sent.as_str() {
        return Err(why.to_owned());
    }
    tab.wait("Page.loadEventFired");
    Ok(())
}

/// What is wrong with the page as a refusal.
fn told_wrongly(tab: &mut Tab, form: &Form) -> Vec<String> {
    let mut wrong = Vec::new();
    let status = tab.value("performance.getEntriesByType('navigation')[0].responseStatus");
    if status != 422 {
        wrong.push(format!("it answers {status}, not 422"));
    }
    let heads = tab.value("document.querySelectorAll('h1').length");
    if heads != 1 {
        wrong.push(format!("it has {heads} first headings"));
    }
    if let Some(name) = form.again {
        let words = form.typed.iter().find(|(own, _)| *own == name).map(|(_, words)| *words);
        let again = tab.value(&format!(
            "[...document.querySelectorAll('[name=\"{name}\"]')].map(field => field.value.trim())"
        ));
        let stands = again.as_array().is_some_and(|all| all.iter().any(|one| one.as_str() == words));
        if !stands {
            wrong.push(format!("what was typed as {name} is lost: {again}"));
        }
    }
    wrong
}

#[test]
fn a_form_that_is_refused_comes_back_as_a_whole_page_with_what_was_typed() {
    let _alone = alone();
    let Some(mut chromium) = Chromium::found() else { return };
    let Some(axe) = named("WIREROOM_AXE") else { return };
    let axe = std::fs::read_to_string(axe).unwrap();
    let forms = forms(demo());
    assert!(forms.len() >= 5);
    let mut told = Vec::new();
    for look in LOOKS.into_iter().take(SHORT) {
        let mut tab = Tab::open(&mut chromium, Look { script: true, ..look });
        for form in &forms {
            let at = format!("{} {} [{}]", form.page, form.action, look.name);
            if let Err(why) = send(&mut tab, form) {
                told.push(format!("{at}: {why}"));
                continue;
            }
            told.extend(told_wrongly(&mut tab, form).into_iter().map(|wrong| format!("{at}: {wrong}")));
            let found = faults(&mut tab, Some(&axe), look);
            told.extend(found.into_iter().map(|(check, fault)| format!("{at} {check}: {fault}")));
            told.extend(widths(&mut tab, look).into_iter().map(|out| format!("{at} overflow: {out}")));
        }
    }
    assert!(told.is_empty(), "{} things:\n{}", told.len(), told.join("\n"));
}
