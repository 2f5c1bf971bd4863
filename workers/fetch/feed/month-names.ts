/**
 * Month and weekday names, long and short, of English and the languages that feeds were seen to use (CLDR, without
 * those of several words). A table and not `Intl`: asking ICU for 35 languages took 60 ms at the first such date.
 */
const months: readonly string[] = [
  'january jan januar janvier janv enero ene gennaio gen janeiro januari января январь янв січня січень січ ' +
    'студзеня студзень сту stycznia styczeń sty ledna leden led januára január януари јануар јан siječnja ' +
    'siječanj sij ianuarie ian ιανουαρίου ιαν ocak oca yanvar yan იანვარი იან հունվարի հունվար հնվ қаңтар қаң ' +
    'tammikuuta tammikuu tammi jaanuar jaan janvāris sausio sausis gener',
  'february feb februar février févr febrero febbraio fevereiro fev februari февраля февраль февр лютого лютий ' +
    'лют лютага люты lutego luty lut února únor úno februára február февруари фебруар феб veljače veljača velj ' +
    'februarie febr φεβρουαρίου φεβ şubat şub fevral თებერვალი თებ փետրվարի փետրվար փտվ ақпан ақп helmikuuta ' +
    'helmikuu helmi veebruar veebr februāris vasario vasaris febrer',
  'march mar märz mär mars marzo março maart mrt марта март мар березня березень бер сакавіка сакавік сак marca ' +
    'marzec března březen bře marec ožujka ožujak ožu martie március márc μαρτίου μαρ mart მარტი მარ մարտի մարտ ' +
    'մրտ наурыз нау marts maaliskuuta maaliskuu maalis märts kovo kovas maret març',
  'april apr avril avr abril abr aprile апреля апрель апр квітня квітень квіт красавіка красавік кра kwietnia ' +
    'kwiecień kwi dubna duben dub apríla apríl април travnja travanj tra aprilie április ápr απριλίου απρ nisan ' +
    'nis aprel აპრილი აპრ ապրիլի ապրիլ ապր сәуір сәу huhtikuuta huhtikuu huhti aprill aprīlis balandžio balandis ' +
    'd’abril d’abr',
  'may mai mayo maggio mag maio mei мая май травня травень трав maja maj května květen kvě mája máj мај svibnja ' +
    'svibanj svi május μαΐου μαΐ mayıs მაისი მაი մայիսի մայիս մյս мамыр мам toukokuuta toukokuu touko maijs ' +
    'gegužės gegužė maig',
  'june jun juni juin junio giugno giu junho июня июнь июн червня червень черв чэрвеня чэрвень чэр czerwca ' +
    'czerwiec cze června červen čvn júna jún юни јун lipnja lipanj junij iunie iun június ιουνίου ιουν haziran ' +
    'haz iyun iyn ივნისი ივნ հունիսի հունիս հնս маусым мау kesäkuuta kesäkuu kesä juuni jūnijs jūn birželio ' +
    'birželis juny',
  'july jul juli juillet juil julio luglio lug julho июля июль июл липня липень лип ліпеня ліпень ліп lipca ' +
    'lipiec lip července červenec čvc júla júl юли јул srpnja srpanj julij iulie iul július ιουλίου ιουλ temmuz ' +
    'tem iyul iyl ივლისი ივლ հուլիսի հուլիս հլս шілде шіл heinäkuuta heinäkuu heinä juuli jūlijs jūl liepos liepa ' +
    'juliol',
  'august aug août agosto ago augustus августа август авг серпня серпень серп жніўня жнівень жні sierpnia ' +
    'sierpień sie srpna srpen srp augusta kolovoza kolovoz kol avgust avg augusztus αυγούστου αυγ ağustos ağu ' +
    'avqust avq აგვისტო აგვ օգոստոսի օգոստոս օգս тамыз там augusti elokuuta elokuu elo augusts rugpjūčio ' +
    'rugpjūtis agustus agu d’agost agost d’ag ag',
  'september sep sept septembre septiembre settembre set setembro сентября сентябрь сент вересня вересень вер ' +
    'верасня верасень września wrzesień wrz září zář septembra септември септембар сеп rujna rujan ruj septembrie ' +
    'szeptember szept σεπτεμβρίου σεπ eylül eyl sentyabr sen სექტემბერი სექ սեպտեմբերի սեպտեմբեր սեպ қыркүйек қыр ' +
    'sentabr syyskuuta syyskuu syys septembris rugsėjo rugsėjis setembre',
  'october oct oktober okt octobre octubre ottobre ott outubro out октября октябрь окт жовтня жовтень жовт ' +
    'кастрычніка кастрычнік кас października październik paź října říjen říj októbra október октомври октобар ' +
    'octombrie οκτωβρίου οκτ ekim eki oktyabr ოქტომბერი ოქტ հոկտեմբերի հոկտեմբեր հոկ қазан қаз oktabr lokakuuta ' +
    'lokakuu loka oktoober oktobris spalio spalis d’octubre d’oct',
  'november nov novembre noviembre novembro ноября ноябрь нояб листопада листопад лист лістапада лістапад ліс ' +
    'listopada listopad lis listopadu novembra ноември новембар нов studenoga studeni stu noiembrie νοεμβρίου νοε ' +
    'kasım kas noyabr noy ნოემბერი ნოე նոյեմբերի նոյեմբեր նոյ қараша қар marraskuuta marraskuu marras novembris ' +
    'lapkričio lapkritis',
  'december dec dezember dez décembre déc diciembre dic dicembre dezembro декабря декабрь дек грудня грудень ' +
    'груд снежня снежань сне grudnia grudzień gru prosince prosinec pro decembra декември децембар дец prosinca ' +
    'prosinac decembrie δεκεμβρίου δεκ aralık ara dekabr dek დეკემბერი დეკ դեկտեմբերի դեկտեմբեր դեկ желтоқсан жел ' +
    'desember des joulukuuta joulukuu joulu detsember dets decembris gruodžio gruodis desembre',
];
const weekdays =
  'monday mon tuesday tues tue wednesday wednes wed thursday thurs thur thu friday fri saturday satur sat ' +
  'sunday sun sonntag montag dienstag mittwoch donnerstag freitag samstag so mo di mi do fr sa dimanche lundi ' +
  'mardi mercredi jeudi vendredi samedi dim lun mar mer jeu ven sam domingo lunes martes miércoles jueves ' +
  'viernes sábado dom mié jue vie sáb domenica lunedì martedì mercoledì giovedì venerdì sabato gio sab ' +
  'segunda-feira terça-feira quarta-feira quinta-feira sexta-feira seg ter qua qui sex zondag maandag dinsdag ' +
  'woensdag donderdag vrijdag zaterdag zo ma wo vr za воскресенье понедельник вторник среда четверг пятница ' +
  'суббота вс пн вт ср чт пт сб неділя понеділок вівторок середа четвер пʼятниця субота нд нядзеля панядзелак ' +
  'аўторак серада чацвер пятніца аў чц niedziela poniedziałek wtorek środa czwartek piątek sobota niedz pon wt ' +
  'śr czw pt sob neděle pondělí úterý středa čtvrtek pátek ne po út st čt pá nedeľa pondelok utorok streda ' +
  'štvrtok piatok ut št pi неделя понеделник сряда четвъртък петък събота недеља понедељак уторак четвртак ' +
  'петак нед пон уто сре чет пет суб nedjelja ponedjeljak utorak srijeda četvrtak petak subota ned uto sri čet ' +
  'pet sub nedelja ponedeljek torek sreda četrtek petek tor sre duminică luni marți miercuri joi vineri sâmbătă ' +
  'dum mie vin sâm vasárnap hétfő kedd szerda csütörtök péntek szombat v h k sze cs p szo κυριακή δευτέρα τρίτη ' +
  'τετάρτη πέμπτη παρασκευή σάββατο κυρ δευ τρί τετ πέμ παρ σάβ pazar pazartesi salı çarşamba perşembe cuma ' +
  'cumartesi paz pzt sal çar per cum cmt bazar çərşənbə cümə şənbə b b.e ç.a ç c.a c ş კვირა ორშაბათი სამშაბათი ' +
  'ოთხშაბათი ხუთშაბათი პარასკევი შაბათი კვი ორშ სამ ოთხ ხუთ პარ შაბ կիրակի երկուշաբթի երեքշաբթի չորեքշաբթի ' +
  'հինգշաբթի ուրբաթ շաբաթ կիր երկ երք չրք հնգ ուր շբթ жексенбі дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі ' +
  'жс дс сс бс жм yakshanba dushanba seshanba chorshanba payshanba juma shanba yak dush sesh chor pay jum shan ' +
  'söndag måndag tisdag onsdag torsdag fredag lördag sön mån tis ons tors fre lör søndag mandag tirsdag lørdag ' +
  'søn man tirs lør tir sunnuntai maanantai tiistai keskiviikko torstai perjantai lauantai su ti ke to pe la ' +
  'pühapäev esmaspäev teisipäev kolmapäev neljapäev reede laupäev e t n r l svētdiena pirmdiena otrdiena ' +
  'trešdiena ceturtdiena piektdiena sestdiena svētd pirmd otrd trešd ceturtd piektd sestd sekmadienis ' +
  'pirmadienis antradienis trečiadienis ketvirtadienis penktadienis šeštadienis sk pr an tr kt pn minggu senin ' +
  'selasa rabu kamis jumat sabtu min sen sel rab kam cn diumenge dilluns dimarts dimecres dijous divendres ' +
  'dissabte dg dl dt dc dj dv ds';

const numbers = new Map(months.flatMap((names, at) => names.split(' ').map((name) => [name, at + 1] as const)));
const days = new Set(weekdays.split(' '));

/** The number (1 to 12) of a month's name, or of a beginning of at least three letters that only one month has. */
export function monthNumber(word: string): number | null {
  const name = plain(word);
  return numbers.get(name) ?? startNumber(name);
}

function startNumber(name: string): number | null {
  if (name.length < 3 || !/^\p{L}+$/u.test(name)) return null;
  const found = new Set([...numbers].flatMap(([full, number]) => (full.startsWith(name) ? number : [])));
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
}

export const isWeekday = (word: string): boolean => days.has(plain(word));

/** The dot above that lower case leaves of a Turkic İ is no letter of the names. */
const plain = (word: string): string => word.toLowerCase().replace(/\u0307|\.$/g, '');
