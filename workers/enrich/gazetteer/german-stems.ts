/** German adjectives and demonyms as word beginnings, and cities whose German name differs: code|stems|capital|cities and metonyms. */
export const germanStems = `
AF|afghan|kabul|taliban
AL|alban||
AM|armen|eriwan|
AR|argentin||
AT|österreich,wiener,tirol|wien|salzburg,graz,linz,innsbruck,kärnten,steiermark,tiroler,vorarlberg,övp,fpö,spö,nationalrat
AU|austral|canberra|sydney,melbourne
AZ|aserbaidschan||bergkarabach
BE|belgi|brüssel|antwerpen,flandern,flämisch,lüttich
BG|bulgar||
BR|brasili||
BY|belarus,weißruss,belaruss||
CA|kanad||
CH|schweiz,eidgenöss|bern|zürich,genf,basel,lausanne,luzern,bundeshaus,tessin,wallis,aargau,st. gallen,winterthur,graubünden
CN|chines|peking|schanghai,hongkong
CZ|tschech|prag|brünn
DE|deutsch,bundesdeutsch,brd,bundesrepublik,ddr|berlin,berliner|münchen,münchner,köln,kölner,hamburg,hamburger,frankfurt,frankfurter,stuttgart,stuttgarter,düsseldorf,leipzig,leipziger,dresden,dresdner,hannover,nürnberg,bremen,bremer,dortmund,dortmunder,duisburg,bochum,bonn,bonner,mannheim,karlsruhe,freiburg,augsburg,kiel,rostock,mainz,wiesbaden,potsdam,magdeburg,erfurt,jena,kassel,göttingen,bielefeld,münster,aachen,saarbrücken,trier,koblenz,würzburg,regensburg,ingolstadt,ulm,heidelberg,braunschweig,wolfsburg,oldenburg,osnabrück,lübeck,schwerin,chemnitz,cottbus,gelsenkirchen,leverkusen,mönchengladbach,wuppertal,bayern,bayerisch,sachsen,sächsisch,niedersachsen,hessen,hessisch,thüringen,brandenburg,brandenburger,nordrhein-westfalen,nrw,rheinland-pfalz,saarland,schleswig-holstein,mecklenburg-vorpommern,baden-württemberg,sachsen-anhalt,bundestag,bundesregierung,bundesrat,bundeswehr,bundesliga,bundeskanzler,bundeskanzlerin,bundesinnenminister,bundesverfassungsgericht,bundesgerichtshof,bka,csu,cdu,spd,afd,fdp,bka,lka,ruhrgebiet,schalke,borussia,hertha,werder,schwarzwald,allgäu,ostsee-zeitung,sylt,rügen,usedom,reutlingen,tübingen,heilbronn,konstanz,bodensee,kanzleramt,kreuzberg,neukölln
DK|dänemark,dänisch,däne||
EE|estnisch,esten||
EG|ägypt|kairo|
ES|spanien,spani,spanisch|madrid|mallorca,katalon,barcelona,sevilla,teneriffa,kanaren,ibiza
FI|finn,finnisch||
FR|französ,frankreich,franzos|paris,pariser|straßburg,nizza,elsass,marseille,élysée,korsika
GB|brit,großbritann,engländer,englisch,england,schottisch,schotten,schottland,walisisch,wales,nordirland|london,londoner|downing street,brexit,buckingham-palast,manchester,liverpool,premier league
GE|georgisch|tiflis|abchas
GR|griech|athen|kreta,saloniki,lesbos,rhodos
HR|kroat||
HU|ungar,ungarisch|budapest|fidesz
ID|indones||bali
IE|irisch|dublin|
IL|israel,israelisch|jerusalem|tel aviv,knesset,westjerusalem
IN|indisch,inder|neu-delhi,neu delhi|
IQ|irak,irakisch|bagdad|mossul
IR|iran,iranisch|teheran|
IT|italien|rom|mailand,venedig,florenz,neapel,sizilien,südtirol,toskana,turin,genua,sardinien,lampedusa,bozen
JP|japan,japanisch|tokio|
KE|kenian||
KP|nordkorea,nordkorean|pjöngjang|
KR|südkorea,südkorean|seoul|
KZ|kasach||
LB|libanes|beirut|hisbollah
LT|litau|vilnius|
LV|lettisch,lette|riga|
LU|luxemburg,luxemburger||
LY|libysch,libyer|tripolis|
MA|marokk||
MX|mexikan||
NG|nigerian||
NL|niederländ,holländ,holland|amsterdam|rotterdam,den haag,utrecht
NO|norweg|oslo|
NZ|neuseeländ||
PK|pakistan,pakistanisch||
PL|polnisch,pole|warschau|danzig,krakau,breslau,stettin
PS|palästin||gazastreifen,westjordanland,hamas,gaza
PT|portugies|lissabon|
RO|rumän|bukarest|
RS|serb,serbisch|belgrad|
RU|russ,russisch,russland|moskau,moskauer|kreml,duma,sankt petersburg,petersburg,tschetschen,sibirien
SA|saudi,saudisch|riad|
SE|schwed,schwedisch|stockholm|göteborg,malmö
SI|slowen||
SK|slowak||
SY|syr,syrisch|damaskus|aleppo,idlib
TH|thailänd||
TN|tunes,tunesisch||
TR|türk,türkisch,türkei|ankara|istanbul,izmir,antalya
TW|taiwanes||
UA|ukrain,ukrainisch|kiew|odessa,charkiw,donezk,krim,luhansk,mariupol,saporischschja,cherson
US|amerikan,usa,us,us-amerikan|washington|new york,new yorker,kalifornien,florida,texas,los angeles,chicago,weiße haus,weißen haus,weißes haus,weißen hauses,pentagon,fbi,cia,nasa,san francisco,boston,hollywood,silicon valley,las vegas,us-präsident,us-regierung,trump-regierung,philadelphia,seattle,miami,michigan,ohio,virginia,pennsylvania,wall street,republikaner
UZ|usbek||
VA|vatikan||
VN|vietnames||
XK|kosovar||
ZA|südafrik,südafrikan||
`;

/** What may follow a German stem: adjective, demonym, genitive and plural endings. */
export const germanEndings =
  /^(?:|s|es|e|en|er|ern|ers|ei|ien|iens|land|lands|n|ner|nern|ners|innen|in|erin|erinnen|ier|iern|iers|a|as|(?:|an|ian|n|es|ös|änd|ienis|at)isch(?:e|en|er|es|em)?|aner|anern|ese|esen|ose|osen|sch(?:e|en|er|es|em)?)$/u;
