use super::*;
use proptest::prelude::*;

#[test]
fn neighbours_are_told_apart() {
    for (tag, text) in [
        (
            "en",
            "The ferry left the harbour late on Friday, and nobody on the pier knew when it would return.",
        ),
        (
            "de",
            "Die Fähre verließ den Hafen am Freitag spät, und niemand auf der Mole wusste, wann sie zurückkehren wird.",
        ),
        (
            "nl",
            "De veerboot verliet de haven vrijdag laat, en niemand op de pier wist wanneer hij terug zou zijn.",
        ),
        (
            "da",
            "Færgen forlod havnen sent fredag, og ingen på molen vidste, hvornår den kommer tilbage. Det siger kaptajnen, der ikke har sovet af bekymring.",
        ),
        (
            "no",
            "Ferga forlot havna sent fredag, og ingen på moloen visste når den kommer tilbake. Det sier kapteinen, som ikke har sovet av bekymring etter å ha ventet.",
        ),
        (
            "sv",
            "Färjan lämnade hamnen sent på fredagen, och ingen på piren visste när den kommer tillbaka. Det säger kaptenen, som inte har sovit av oro.",
        ),
        (
            "cs",
            "Trajekt opustil přístav v pátek pozdě a nikdo na molu nevěděl, kdy se vrátí. Kapitán řekl, že je to podle něj také chyba, která se však už nestane.",
        ),
        (
            "sk",
            "Trajekt opustil prístav v piatok neskoro a nikto na móle nevedel, kedy sa vráti. Kapitán povedal, že je to podľa neho aj chyba, ktorá sa však už nestane.",
        ),
        (
            "hr",
            "Trajekt je napustio luku kasno u petak i nitko na molu nije znao kada će se vratiti. Kapetan je rekao da je također umoran i da tijekom tjedna nije vrijeme za šalu, a tko zna što će biti.",
        ),
        (
            "sr",
            "Trajekt je napustio luku kasno u petak i niko na molu nije znao kada će se vratiti. Kapetan je rekao da je takođe umoran i da tokom nedelje nije vreme za šalu, a ko zna šta će biti.",
        ),
        (
            "pt",
            "A balsa deixou o porto na sexta-feira à noite e ninguém no cais sabia quando ela ia voltar. O capitão disse que não há pressa e que também está com fome.",
        ),
        (
            "gl",
            "O transbordador deixou o porto o venres pola noite e ninguén no peirao sabía cando ía volver. O capitán dixo que non hai présa e que tamén está con fame, pero unha barca xa saíu.",
        ),
        (
            "es",
            "El transbordador dejó el puerto el viernes por la noche y nadie en el muelle sabía cuándo iba a volver. El capitán dijo que no hay prisa.",
        ),
        (
            "ca",
            "El transbordador va deixar el port divendres a la nit i ningú al moll no sabia quan tornaria. El capità va dir que no hi ha pressa amb això.",
        ),
        (
            "fr",
            "Le traversier a quitté le port vendredi soir et personne sur le quai ne savait quand il reviendrait.",
        ),
        (
            "it",
            "Il traghetto ha lasciato il porto venerdì sera e nessuno sul molo sapeva quando sarebbe tornato, ma non c'è fretta.",
        ),
        ("uk", "Пором залишив гавань пізно в п'ятницю, і ніхто на пірсі не знав, коли він повернеться."),
        (
            "ru",
            "Паром покинул гавань поздно в пятницу, и никто на пирсе не знал, когда он вернётся. Это было утро.",
        ),
        (
            "bg",
            "Фериботът напусна пристанището късно в петък и никой на кея не знаеше кога ще се върне отново в града.",
        ),
        (
            "id",
            "Kapal feri itu meninggalkan pelabuhan pada Jumat malam karena tidak bisa menunggu lagi, dan bahwa saat itu orang tidak tahu.",
        ),
        (
            "ms",
            "Feri itu meninggalkan pelabuhan pada malam Jumaat kerana tidak boleh menunggu lagi, beliau berkata bahawa ketika itu orang daripada negara tidak tahu.",
        ),
        (
            "pl",
            "Prom opuścił port w piątek późno i nikt na molo nie wiedział, kiedy się pojawi, ale to nie jest problem.",
        ),
        ("ar", "غادرت العبارة الميناء في وقت متأخر من يوم الجمعة ولم يعرف أحد متى ستعود."),
        (
            "fa",
            "کشتی بندر را دیروقت جمعه ترک کرد و هیچ‌کس نمی‌دانست چه زمانی برمی‌گردد و گفتند که پس از این چه می‌شود.",
        ),
        ("zh", "渡轮星期五晚上离开港口，码头上没有人知道它什么时候回来。"),
        ("ja", "フェリーは金曜日の夜遅くに港を出た。桟橋にいた誰も帰りの時刻を知らなかった。"),
        ("el", "Το πλοίο έφυγε από το λιμάνι αργά την Παρασκευή."),
    ] {
        assert_eq!(detect(text).as_str(), tag, "{text}");
    }
}

#[test]
fn a_page_is_believed_unless_its_text_proves_otherwise() {
    let german = "Die Fähre verließ den Hafen am Freitag spät, und niemand auf der Mole wusste, wann sie zurückkehren wird.";
    let en = Lang::EN;
    assert_eq!(of_page(en, german).as_str(), "de");
    assert_eq!(of_page(en, "Ferry late"), en);
    assert_eq!(of_page(Lang::UNKNOWN, german).as_str(), "de");
    assert_eq!(of_page(Lang::parse("nb"), "").as_str(), "no");
    assert_eq!(of_page(en, "Το πλοίο έφυγε από το λιμάνι αργά.").as_str(), "el");
}

#[test]
fn too_little_is_unknown() {
    for text in [
        "",
        "OK",
        "Reuters",
        "12.5 % – 3",
        "Berlin, Paris, Tokyo",
        "Zyx qwv bnm plk jhg fds wrt zxc vbn mlk jhg fgh rty",
    ] {
        assert_eq!(detect(text), Lang::UNKNOWN, "{text}");
    }
}

proptest! {
    #[test]
    fn no_text_breaks_detection(text in "\\PC{0,80}") {
        let _ = detect(&text);
    }
}

#[test]
fn the_most_common_language_is_that_of_most_texts_and_the_alphabet_decides_between_equals() {
    let [de, en, fr] = ["de", "en", "fr"].map(Lang::parse);
    assert_eq!(most_common([en, de, en]), Some(en));
    assert_eq!(most_common([fr, en, de, fr, de]), Some(de));
    assert_eq!(most_common([Lang::UNKNOWN, en, Lang::UNKNOWN]), Some(Lang::UNKNOWN));
    assert_eq!(most_common([]), None);
}
