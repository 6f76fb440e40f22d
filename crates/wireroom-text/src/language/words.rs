//! The small words of languages in Latin letters, by which texts of a few sentences are told apart.
//! Tables only. Words shared by neighbours stand in all their lists: what tells them apart are the others.

pub const LANGUAGES: [(&str, &str); 41] = [
    (
        "en",
        "the of and to in is that for it was on with as by at be this are from or an have has had not but were which their its they he his she her you we will would been who said more after about when there one than also can",
    ),
    (
        "de",
        "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei",
    ),
    (
        "nl",
        "de het een van en in is dat op te zijn voor met die niet aan er om ook als bij dan maar naar uit door over wordt werd nog heeft hij ze worden tot kan deze dit meer geen wel al haar was hebben had zich of wat daar zou na onder hun",
    ),
    (
        "af",
        "die van en in is het dat 'n nie te op met vir om aan was wat word by hy deur sy ook as hulle sal kan maar uit tot na een ons haar hierdie gesê wees ná moet so nog baie meer onder oor",
    ),
    (
        "lb",
        "de an ass den d vun mat dat op déi fir net en sech eng och am vum zu hunn huet gouf si bei awer wéi nach do no iwwer dass sinn der géint just ginn méi war als dem engem",
    ),
    (
        "fr",
        "de la le et les des en un du une que est pour qui dans a par sur au il pas plus ce avec sont aux son ne se été cette mais ses ont ou elle comme d l qu n s c à fait deux être lui nous sa leur entre après avait",
    ),
    (
        "es",
        "de la que el en y a los se del las un por con no una su para es al lo como más pero sus le ha o este sí porque esta entre cuando muy sin sobre también hasta hay donde han fue ser son dos desde está según años había todo él",
    ),
    (
        "pt",
        "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao das tem à seu sua ou ser quando muito há nos já está também só pelo pela até isso ela entre depois sem mesmo aos são ainda após disse você",
    ),
    (
        "gl",
        "de a o que e do da en un para é con non unha os no se na por máis as dos como pero foi ao das ten á seu súa ou ser cando moi hai nos xa está tamén só polo pola ata iso ela entre despois sen mesmo aos son aínda tras dixo unha unhas este galego xunta",
    ),
    (
        "ca",
        "de la que i el en a els les un per amb no una es del és al va ha se més són dels com però aquest aquesta també seu seva hi ser entre quan han fins sobre molt des d l s hem estat pels anys tot segons on ja altres",
    ),
    (
        "it",
        "di e il la che in a per un è del non una sono le i con della si da dei al nel lo come alla più ha anche dal gli ma delle su se o della questo ci degli nella alle era essere stato l d suo sua dopo fra hanno loro tra quando",
    ),
    (
        "ro",
        "de și în a la cu pe nu o să din că un care este pentru mai se au al ale lui fost sunt după prin sau va fi iar dar ca am el ea lor această acest între despre acum i am ce cei către doar unei unui până",
    ),
    (
        "sv",
        "och i att det som en på är av för med den till inte har de om ett var jag men han vi så från kan eller när vid ska nu under också efter då man sig hon ut än in mot säger blir enligt hade skulle över där mer detta",
    ),
    (
        "da",
        "og i at det er en til af på for med den de der som ikke har et han var vi fra jeg om men sig kan eller også så blev efter skal hun over ved nu ud være bliver mod siger hvor hvad når havde meget kun noget kunne mere blevet dag bare op",
    ),
    (
        "no",
        "og i det er på som en til av for å at med har de ikke den et han var om fra vi seg men kan så også ble etter skal hun over ved nå ut være blir mot sier hvor hva når hadde mye bare noe kunne mer blitt dag opp jeg eller enn både eit ikkje ein frå dei vere meir",
    ),
    (
        "is",
        "og í að á er sem til við um hann með en af fyrir var það ekki hún þess þar eru eftir frá hafa hefur verið þá upp vera þeir ég því þetta sé yfir segir hafi svo eða einnig þegar þau út mjög sér",
    ),
    (
        "fi",
        "ja on ei että se hän ovat oli mutta myös kun ole sen mukaan joka kuin vain ovat tai niin hänen voi olisi sekä jos nyt kanssa jälkeen ollut sitä tämä ne siitä mitä vielä enemmän jo jotka kuitenkin noin sanoo vuonna",
    ),
    (
        "et",
        "ja on ei et see oli ka kui ning mis oma aga selle kes seda siis või tema ta nii olla küll veel välja ole juba kuid sai kus enam üle ütles aasta mida pärast nad üks sest pole peab vaid eesti",
    ),
    (
        "hu",
        "a az és hogy nem is egy ez volt meg azt csak de már el ki még mint van ha be vagy szerint lehet után pedig ezt akkor minden sem így amely aki amit lesz között olyan arra nagyon is ezek több majd illetve",
    ),
    (
        "pl",
        "w i na z się nie do to że jest o jak za od po przez dla są ale co był tym czy tak ma oraz ich jego który która które było tego ze już może także być przed jednak lub też będzie bardzo pod we po roku jej tylko",
    ),
    (
        "cs",
        "a v se na je že s o z do i to k ve pro za by jsou ale jako po si podle od jeho které který však také při byl už být ještě která bylo řekl jen než tak mezi ze aby jsem bude roce až pak až má proti nebo co není před kteří když",
    ),
    (
        "sk",
        "a v sa na je že s o z do i to k vo pre za by sú ale ako po si podľa od jeho ktoré ktorý však aj pri bol už byť ešte ktorá bolo povedal len než tak medzi zo aby som bude roku až potom má proti alebo čo nie pred ktorí keď",
    ),
    (
        "sl",
        "in v je na da se za so z ki ne po pa tudi bi o s od pri kot bo iz do še ni sta bil več lahko kar ali ko to ter bila let že le če med zaradi njegov svoje mu leta vse smo proti pred kako",
    ),
    (
        "hr",
        "i u je na se da za su s od o a koji će što iz kao ne do koja nije ili bi te po li sam prema nakon samo ali biti koje više kako bio također tijekom tko gdje kada jer rekao zbog dok već može sve ima prije uz između vrijeme uvijek mjesto europske tisuća dvije ovdje tjedna općina",
    ),
    (
        "sr",
        "i u je na se da za su sa od o a koji će što iz kao ne do koja nije ili bi te po li sam prema nakon samo ali biti koje više kako bio takođe tokom ko gde kada jer rekao zbog dok već može sve ima pre uz između vreme uvek mesto evropske hiljada dve ovde nedelje šta posle",
    ),
    (
        "bs",
        "i u je na se da za su sa od o a koji će što iz kao ne do koja nije ili bi te po li sam prema nakon samo ali biti koje više kako bio također tokom ko gdje kada jer rekao zbog dok već može sve ima prije uz između vrijeme uvijek mjesto evropske hiljada dvije ovdje sedmice šta općina bosne hercegovine bih",
    ),
    (
        "sq",
        "e të në dhe i për me se që një nga është u nuk ka më do si në kjo ky por janë edhe kanë tha pas ishte duke së ndërsa kur ai ajo tij saj mund deri gjithë ose sipas tyre",
    ),
    (
        "lt",
        "ir į kad iš su yra tai apie po buvo kaip bet dėl jis už nuo jo metų tik jau ar taip pat bus dar savo pagal gali prie prieš nes ne ji kai kuris kurie labai buvo tačiau kas iki jų",
    ),
    (
        "lv",
        "un ir ka no ar par uz arī tas kas bet pēc nav tika lai kā gada vai līdz tiek tā to būs ko savu viņš gan jau vēl pie ja šo tikai viņa šī pirms ļoti var bija kad tomēr kuri",
    ),
    (
        "tr",
        "ve bir bu da de için ile olarak daha çok olan gibi en kadar ise değil sonra ama var o ne ki şu göre olduğu dedi ya her ancak tarafından nin yeni iki oldu mi olduğunu etti ilk bunu",
    ),
    (
        "az",
        "və bir bu da də üçün ilə olan ki daha olaraq sonra o isə çox görə kimi edib onun olub deyib var amma bütün həm qeyd yeni hər edilib belə heç isə azərbaycan bildirib",
    ),
    (
        "id",
        "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga saya ke karena tersebut bisa ada mereka lebih telah kata oleh sebagai sudah saat para adalah kami atau anda bahwa masih orang tahun hanya katanya menjadi secara seperti namun bahwa",
    ),
    (
        "ms",
        "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga saya ke kerana tersebut boleh ada mereka lebih telah kata oleh sebagai sudah ketika para adalah kami atau anda bahawa masih orang tahun hanya katanya menjadi secara seperti namun beliau berkata manakala selain daripada kepada negara",
    ),
    (
        "vi",
        "và của là có không được cho các một trong với người này những đã đến khi từ năm về cũng để tại ra như vào ông sẽ trên bị đó nhiều lại sau theo anh việt nam còn thì phải",
    ),
    (
        "tl",
        "ang ng sa na mga at ay ni si para hindi ito ko mo siya kung may nang din rin pa ating kanyang kay naman lang isang namin ng niya o dahil sila nila kanilang",
    ),
    (
        "eu",
        "eta da ez du bat dira izan dute ere egin baina den zuen hau dela zen baino ditu edo beste dago bere gero izango azken urte egiten behar dituzte bi dugu bere arte horiek euskal",
    ),
    (
        "cy",
        "y yn a i o ar ei ac yr mae bod wedi am fod eu gan ond oedd hyn â sydd at gyda fel cael na mewn wrth mwy rhai dros bydd nid hynny oed medd hefyd",
    ),
    (
        "ga",
        "an na agus a i ar ag go le is do sé an bhí tá leis ní nó mar atá chun ó seo sin faoi gur ach ina siad ón bhfuil iad aon dá cé dúirt",
    ),
    (
        "sw",
        "ya na wa kwa katika ni za la kuwa hiyo huo huyo watu cha kama hii baada wake alisema nchini hilo bila hayo hata zaidi wakati pia yake kutoka rais ambao lakini",
    ),
    (
        "mt",
        "li ta u il fl l f ma biex minn kien dan din b għal hu d dwar huwa hija fuq bil kienet mill t qal tal kif jew dawn mhux wara",
    ),
    (
        "eo",
        "la de kaj en estas al por ne kun li ke ĝi oni el pri kiu tio sed mi ili ankaŭ kiel estis pli aŭ per ĉi post ĝis tre",
    ),
];
